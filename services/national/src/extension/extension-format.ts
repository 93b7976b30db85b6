import type { Column } from '@registry-hub/shared/domain';

/** A kind of record that an extension keeps, by the extension's name and its own: `french-observatory/attempt`. */
export type ExtensionKind = `${string}/${string}`;

/** A record of an extension. A field that is absent is not known: never 0, never false. */
export type ExtensionRecord = Readonly<Record<string, string | number | boolean>>;

/** A kind of record as a file of the import bundle, and as a table: what the bundle's own format says of the nine files. */
export interface ExtensionFormat<R extends object = ExtensionRecord> {
  readonly kind: ExtensionKind;
  readonly file: `${string}.csv`;
  /** Whose records these are; the first field of the key holds the owner's code. */
  readonly owner: 'PATIENT' | 'CENTER';
  readonly key: readonly string[];
  readonly columns: { readonly [C in keyof Required<R>]: Column };
  /**
   * The table, a column a field. What belongs to a patient refers to `patients` with ON DELETE CASCADE: it goes when the patient does,
   * whether or not the extension is there then.
   */
  readonly entity: new () => object;
}

/** A record's natural key, as values in key order. */
export function extensionKeyOf({ key }: Pick<ExtensionFormat, 'key'>, record: ExtensionRecord): readonly string[] {
  return key.map((field) => String(record[field]));
}

/** The code of the patient or centre that a record belongs to. */
export function ownerOf({ key }: Pick<ExtensionFormat, 'key'>, record: ExtensionRecord): string {
  return String(record[key[0] ?? '']);
}
