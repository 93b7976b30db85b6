import type { Term } from '../codes';
import type { FhirRule } from './fhir-rules';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param message goes on from the path, as `must be a list.` */
export type ReportFault = (rule: FhirRule, path: string, message: string) => void;

/** A code as an element names it. */
export type ReadCoding = { readonly [P in 'system' | 'code']: string | undefined };

export const isAmong = (term: Term, codes: readonly ReadCoding[]): boolean =>
  codes.some(({ system, code }) => system === term.system && code === term.code);

/**
 * An element of a resource that knows which of its content was read, so that what was not can be told by name. An element of the
 * wrong JSON type is reported and reads as absent.
 */
export class FhirElement {
  private readonly read = new Set<string>();
  private readonly below = new Map<string, FhirElement>();

  constructor(
    readonly path: string,
    private readonly node: JsonObject,
    private readonly report: ReportFault,
  ) {}

  has(name: string): boolean {
    return this.node[name] !== undefined;
  }

  text(name: string): string | undefined {
    return this.primitive(name, 'string', (value): value is string => typeof value === 'string');
  }

  number(name: string): number | undefined {
    return this.primitive(name, 'number', (value): value is number => typeof value === 'number');
  }

  boolean(name: string): boolean | undefined {
    return this.primitive(name, 'boolean', (value): value is boolean => typeof value === 'boolean');
  }

  one(name: string): FhirElement | undefined {
    const value = this.take(name);
    return value === undefined ? undefined : this.open(`${this.path}.${name}`, value);
  }

  all(name: string): readonly FhirElement[] {
    const values = this.take(name);
    if (values === undefined) return [];
    if (Array.isArray(values)) return values.flatMap((value: unknown, index) => this.open(`${this.path}.${name}[${index}]`, value) ?? []);
    this.fault('MISSHAPEN_ELEMENT', 'must be a list.', name);
    return [];
  }

  /** The extension of a URL; its path names the URL, as FHIRPath's `extension()` does. */
  extension(url: string): FhirElement | undefined {
    return this.extensions().find((one) => one.skip('url').node['url'] === url);
  }

  /** The codes of this CodeableConcept, whose displays and text are not read. */
  codings(): readonly ReadCoding[] {
    this.skip('text');
    return this.all('coding').map((coding) => {
      coding.skip('display', 'version', 'userSelected');
      return { system: coding.text('system'), code: coding.text('code') };
    });
  }

  /** Takes elements as read that say nothing a field could hold. */
  skip(...names: readonly string[]): this {
    for (const name of names) this.read.add(name);
    return this;
  }

  /** @param name the element below this one that is meant, when it is not this one */
  fault(rule: FhirRule, message: string, name?: string): void {
    this.report(rule, name === undefined ? this.path : `${this.path}.${name}`, message);
  }

  /** The paths of what was not read. */
  *unread(): Generator<string> {
    this.extensions();
    for (const name of Object.keys(this.node)) if (!this.read.has(name)) yield `${this.path}.${name}`;
    for (const element of this.below.values()) yield* element.unread();
  }

  private extensions(): readonly FhirElement[] {
    const values = this.take('extension');
    if (!Array.isArray(values)) return [];
    return values.flatMap((value: unknown) => {
      const url = isJsonObject(value) && typeof value['url'] === 'string' ? value['url'] : '';
      return this.open(`${this.path}.extension('${url}')`, value) ?? [];
    });
  }

  private primitive<T>(name: string, type: string, is: (value: unknown) => value is T): T | undefined {
    const value = this.take(name);
    if (value === undefined || is(value)) return value;
    this.fault('MISSHAPEN_ELEMENT', `must be a ${type}.`, name);
    return undefined;
  }

  /** The same element each time it is asked for, so that it keeps what was read of it. */
  private open(path: string, value: unknown): FhirElement | undefined {
    const opened = this.below.get(path);
    if (opened) return opened;
    if (!isJsonObject(value)) {
      this.report('MISSHAPEN_ELEMENT', path, 'must be an object.');
      return undefined;
    }
    const element = new FhirElement(path, value, this.report);
    this.below.set(path, element);
    return element;
  }

  private take(name: string): unknown {
    this.read.add(name);
    return this.node[name];
  }
}
