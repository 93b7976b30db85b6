import { type CountryIdentity, countryFieldName } from '@registry-hub/shared/domain';
import type { Subgraph } from './compose-supergraph';
import type { ComposeSupergraph } from './worker-composer';

/** A country and the schemas it may join with, the best one first. */
export interface JoiningCountry {
  readonly country: CountryIdentity;
  readonly schemas: readonly string[];
}

export interface JoinedCountry {
  readonly country: CountryIdentity;
  readonly sdl: string;
}

export interface BuiltSupergraph {
  readonly supergraph: string;
  /** In code order. */
  readonly joined: readonly JoinedCountry[];
  /** By country code: why its best schema was not taken. */
  readonly problems: ReadonlyMap<string, string>;
}

/** The hub's own subgraph, which has a type for each of these countries. */
export type EuropeSdl = (countries: readonly CountryIdentity[]) => Promise<string>;

/**
 * Composes all countries' best schemas. When that fails, it begins with those that are known to go together and adds one
 * country after another, each with the first of its schemas that fits: one country's mistake is that country's alone.
 *
 * @param known the countries as they were joined last
 * @throws Error when not even the hub's own subgraph composes
 */
export async function buildSupergraph(
  joining: readonly JoiningCountry[],
  known: readonly JoinedCountry[],
  europeSdl: EuropeSdl,
  compose: ComposeSupergraph,
): Promise<BuiltSupergraph> {
  const attempt = async (countries: readonly JoinedCountry[]): ReturnType<ComposeSupergraph> =>
    compose(await subgraphsOf(countries, europeSdl));
  const best = joining.flatMap(({ country, schemas: [sdl] }) => (sdl === undefined ? [] : [{ country, sdl }]));
  const whole = await attempt(best);
  if ('supergraph' in whole) return { supergraph: whole.supergraph, joined: best, problems: new Map() };

  const problems = new Map<string, string>();
  let joined = known.filter((one) => joining.some(({ country }) => country.code === one.country.code && country.name === one.country.name));
  let composition = await attempt(joined);
  if ('problems' in composition) {
    joined = [];
    composition = await attempt(joined);
  }
  for (const { country, schemas } of joining) {
    for (const sdl of schemas) {
      if (joined.some((one) => one.country.code === country.code && one.sdl === sdl)) break;
      const others = joined.filter((one) => one.country.code !== country.code);
      const extended = [...others, { country, sdl }].toSorted((a, b) => (a.country.code < b.country.code ? -1 : 1));
      const result = await attempt(extended);
      if ('supergraph' in result) {
        joined = extended;
        composition = result;
        break;
      }
      if (!problems.has(country.code)) problems.set(country.code, result.problems[0] ?? 'unknown');
    }
  }
  if ('problems' in composition) throw new Error(`the hub's own schema does not compose: ${composition.problems.join('; ')}`);
  return { supergraph: composition.supergraph, joined, problems };
}

/** The subgraphs that go into a supergraph of these countries. */
export async function subgraphsOf(countries: readonly JoinedCountry[], europeSdl: EuropeSdl): Promise<readonly Subgraph[]> {
  return [
    { name: 'europe', sdl: await europeSdl(countries.map(({ country }) => country)) },
    ...countries.map(({ country, sdl }) => ({ name: countryFieldName(country.name), sdl })),
  ];
}
