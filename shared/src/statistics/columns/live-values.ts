import type { MultiValuedColumn } from './case-columns';

/** The values of a multi-valued variable, row by row, with the same promise as of {@link LiveColumn}. */
export class LiveValues {
  private readonly rows: (readonly number[])[] = [];
  /** One list for all rows that have the same. */
  private readonly lists = new Map<string, readonly number[]>();
  private shown: MultiValuedColumn | undefined;

  /** @param row at most one beyond the last */
  set(row: number, codes: readonly number[]): void {
    const list = this.theOne(codes);
    if (this.rows[row] === list) return;
    this.rows[row] = list;
    this.shown = undefined;
  }

  show(): MultiValuedColumn {
    this.shown ??= this.column();
    return this.shown;
  }

  private column(): MultiValuedColumn {
    const starts = new Uint32Array(this.rows.length + 1);
    let end = 0;
    for (const [row, { length }] of this.rows.entries()) {
      end += length;
      starts[row + 1] = end;
    }
    const codes = new Uint16Array(end);
    for (const [row, list] of this.rows.entries()) codes.set(list, starts[row]);
    return { starts, codes };
  }

  private theOne(codes: readonly number[]): readonly number[] {
    const key = codes.join();
    const known = this.lists.get(key);
    if (known) return known;
    this.lists.set(key, codes);
    return codes;
  }
}
