/** A code and what it means, with where code and meaning were seen together. */
export interface Term {
  readonly system: string;
  readonly code: string;
  readonly display: string;
  /** Publication and year. */
  readonly source: string;
}
