import { createHash } from 'node:crypto';
import { type DocumentNode, GraphQLError, Kind, OperationTypeNode, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { countRepeats } from './count-repeats';
import { measureDocument } from './measure-document';
import type { OperationLimits } from './operation-limits';
import { scanSource } from './scan-source';
import { tooComplex } from './too-complex';

/** What is known of a document that is small enough. */
export interface AdmittedDocument {
  /** Whether every operation in it is a mutation. */
  readonly onlyChanges: boolean;
}

/** Verdicts kept, by the text's digest: a client sends the same few texts again and again. */
const MOST_KEPT = 2000;
const measureKeys = ['depth', 'fields', 'aliases', 'directives'] as const;
const measureNames = {
  depth: 'fields within fields',
  fields: 'fields',
  aliases: 'aliases',
  directives: 'directives',
} as const;

/** Looks at documents before they are validated: validating, too, costs more than the text's length tells. */
export class DocumentGuard {
  private readonly admitted = new LRUCache<string, AdmittedDocument>({ max: MOST_KEPT });

  constructor(private readonly limits: OperationLimits) {}

  /** @throws HubError QUERY_TOO_COMPLEX. Text that is no GraphQL is left to the server, which says where it is wrong */
  admit(text: string): AdmittedDocument {
    if (text.length > this.limits.characters) throw tooComplex('characters', this.limits.characters, text.length);
    const digest = createHash('sha256').update(text).digest('base64');
    const known = this.admitted.get(digest);
    if (known !== undefined) return known;
    const found = this.examine(text);
    this.admitted.set(digest, found);
    return found;
  }

  private check(what: string, most: number, actual: number): void {
    if (actual > most) throw tooComplex(what, most, actual);
  }

  private examine(text: string): AdmittedDocument {
    scanSource(text, this.limits);
    const document = parsed(text);
    if (document === undefined) return { onlyChanges: false };
    this.check('operations and fragments', this.limits.definitions, document.definitions.length);
    const measures = measureDocument(document);
    for (const name of measureKeys) this.check(measureNames[name], this.limits[name], measures[name]);
    this.check('fields named again beside themselves', this.limits.repeats, countRepeats(document));
    const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
    return { onlyChanges: operations.every(({ operation }) => operation === OperationTypeNode.MUTATION) };
  }
}

function parsed(text: string): DocumentNode | undefined {
  try {
    return parse(text, { noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}
