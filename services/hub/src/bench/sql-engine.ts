/** A database that holds all rows at one place. */
export interface SqlEngine {
  readonly name: string;
  /** Makes one row for each whole number from 0 to one below `count`, an expression. */
  eachBelow(count: string): string;
  /** Runs one statement and gives its rows. */
  rows(statement: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
}
