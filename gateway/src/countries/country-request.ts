/** One GraphQL operation for a country's subgraph. */
export interface CountryRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  /** Travel with the request, beside the content type; nothing else does. Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** For the whole answer, in milliseconds; without it the hub's usual patience. */
  readonly timeoutMs?: number;
}

/**
 * Whether the operation certainly changes nothing: such a one may be sent again, or once for several who ask the same.
 * A document whose first definition is not a query counts as a change.
 */
export function onlyReads(query: string): boolean {
  return /^\s*(query\b|\{)/.test(query);
}
