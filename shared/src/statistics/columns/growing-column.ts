interface TypedArray {
  readonly length: number;
  [index: number]: number;
  set(values: ArrayLike<number>): void;
  slice(start: number, end: number): this;
}

const FIRST_CAPACITY = 256;

/** A typed array that grows as values are pushed. */
export class GrowingColumn<A extends TypedArray> {
  private used = 0;
  private values: A;

  constructor(private readonly create: new (length: number) => A) {
    this.values = new create(FIRST_CAPACITY);
  }

  get length(): number {
    return this.used;
  }

  push(value: number): void {
    if (this.used === this.values.length) {
      const larger = new this.create(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.used] = value;
    this.used += 1;
  }

  /** A copy without the spare room. */
  trimmed(): A {
    return this.values.slice(0, this.used);
  }
}
