import type { FileKind, FileShape, IncomingRow } from '../intake';

type Value = IncomingRow['fields'][string];

/** A row without what its place tells: line, whether it is whole, and its fields in the order of the columns. */
export type PackedRow = readonly [line: number, isWhole: 0 | 1, ...values: readonly (Value | null)[]];

/** Makes rows as short as they are staged: a third as long as with the names of their fields. */
export class RowPacker {
  private readonly fieldsOf: ReadonlyMap<FileKind, readonly string[]>;

  /** @param shapes of the files that there may be */
  constructor(shapes: readonly FileShape[]) {
    this.fieldsOf = new Map(shapes.map(({ kind, columns }) => [kind, Object.keys(columns)]));
  }

  pack({ kind, line, fields, whole }: IncomingRow): PackedRow {
    const names = this.fieldsOf.get(kind) ?? [];
    return [line, whole ? 1 : 0, ...names.map((name) => fields[name] ?? null)];
  }

  /** The inverse of {@link pack}. */
  unpack(kind: FileKind, code: string, [line, isWhole, ...values]: PackedRow): IncomingRow {
    const names = this.fieldsOf.get(kind) ?? [];
    const fields: Record<string, Value> = {};
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index];
      const value = values[index];
      if (name !== undefined && value !== undefined && value !== null) fields[name] = value;
    }
    return { kind, code, line, fields, whole: isWhole === 1 };
  }
}
