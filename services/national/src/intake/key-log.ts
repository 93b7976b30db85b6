import type { FieldValue } from './field';

/** The natural keys of a file's rows, to find those that stand twice. */
export class KeyLog {
  private readonly lines = new Map<string, number>();

  constructor(private readonly keyFields: readonly string[]) {}

  /** The line of an earlier row with the same key, if there is one; a row whose key is not known whole has none. */
  earlierLine(fields: Readonly<Record<string, FieldValue>>, line: number): number | undefined {
    const key = this.keyOf(fields);
    if (key === undefined) return undefined;
    const earlier = this.lines.get(key);
    if (earlier === undefined) this.lines.set(key, line);
    return earlier;
  }

  private keyOf(fields: Readonly<Record<string, FieldValue>>): string | undefined {
    let key = '';
    for (const field of this.keyFields) {
      const value = fields[field];
      if (value === undefined) return undefined;
      // No cell holds NUL: such a cell was refused as not UTF-8
      key = key === '' ? `${value}` : `${key}\0${value}`;
    }
    return key;
  }
}
