/** A page of a list that is ordered by a key: those after one key, at most so many. */
export interface PageRequest {
  readonly after?: string;
  readonly first: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly hasNextPage: boolean;
}

/** Makes a page of what was read with one more than was asked for: it is there when more follow. */
export function pageOf<T>(read: readonly T[], { first }: PageRequest): Page<T> {
  return { items: read.slice(0, first), hasNextPage: read.length > first };
}
