/** How patient the hub is with a country. All in milliseconds. */
export interface CountryTimings {
  readonly connect: number;
  /** For the whole answer to a query. */
  readonly query: number;
  /** For the whole answer to a mutation: an import of a large bundle takes its time. */
  readonly mutation: number;
  readonly probe: number;
  /** Between the attempts of a query whose connection failed. */
  readonly betweenAttempts: number;
  /** How long a country that failed repeatedly is left alone before one request tries it again. */
  readonly rest: number;
  /** Between two probes of a country that answers. */
  readonly betweenProbes: number;
  /** Between two probes of one that doesn't: short, so that it is back soon after it is up. */
  readonly betweenProbesWhileDown: number;
}

export const countryTimings: CountryTimings = {
  connect: 1000,
  query: 15_000,
  mutation: 120_000,
  probe: 1000,
  betweenAttempts: 50,
  rest: 1000,
  betweenProbes: 2000,
  betweenProbesWhileDown: 500,
};
