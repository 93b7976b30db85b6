/** A database that holds all rows at one place. */
export interface SqlEngine {
  readonly name: string;
  /** Runs one statement and gives its rows. */
  rows(statement: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
}
