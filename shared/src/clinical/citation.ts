/** Where a rule was published. */
export interface Citation {
  readonly authors: string;
  readonly journal: string;
  readonly year: number;
  /** Volume and first page, `108:1809`. */
  readonly locator: string;
}

/** A citation in one line: `Baccarani et al., Blood 2006;108:1809`. */
export function citationText({ authors, journal, year, locator }: Citation): string {
  return `${authors}, ${journal} ${year};${locator}`;
}
