interface TypedArray {
  readonly length: number;
  [index: number]: number;
  set(values: ArrayLike<number>): void;
  slice(): this;
  subarray(start: number, end: number): this;
}

const FIRST_CAPACITY = 256;

/**
 * A typed array whose values may change and grow under those who read an earlier state of it: what has been shown is copied
 * before it is written over, so that a change costs nothing but the columns in which something is different.
 */
export class LiveColumn<A extends TypedArray> {
  private values: A;
  private used = 0;
  private shown: A | undefined;

  constructor(private readonly create: new (length: number) => A) {
    this.values = new create(FIRST_CAPACITY);
  }

  /** @param row at most one beyond the last */
  set(row: number, value: number): void {
    if (row < this.used) {
      if (this.values[row] === value) return;
      this.unshare();
    } else {
      this.makeRoom(row);
      this.used = row + 1;
      // whoever was shown fewer rows does not see this one
    }
    this.values[row] = value;
  }

  /** The values as they are now, and stay for whoever holds this array. */
  show(): A {
    if (this.shown?.length !== this.used) this.shown = this.values.subarray(0, this.used);
    return this.shown;
  }

  private unshare(): void {
    if (!this.shown) return;
    this.values = this.values.slice();
    this.shown = undefined;
  }

  private makeRoom(row: number): void {
    if (row < this.values.length) return;
    const larger = new this.create(this.values.length * 2);
    larger.set(this.values);
    this.values = larger;
    this.shown = undefined;
  }
}
