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

interface Joint {
  readonly supergraph: string;
  readonly joined: readonly JoinedCountry[];
}
type Attempt = (countries: readonly JoinedCountry[]) => Promise<Joint | { readonly problems: readonly string[] }>;

/**
 * Composes all countries' best schemas. When that fails, it begins with schemas that go together and takes in one country
 * after another, each with the first of its schemas that fits: one country's mistake is that country's alone.
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
  const attempt: Attempt = async (countries) => {
    const joined = countries.toSorted((a, b) => (a.country.code < b.country.code ? -1 : 1));
    try {
      const composition = await compose(await subgraphsOf(joined, europeSdl));
      return 'supergraph' in composition ? { supergraph: composition.supergraph, joined } : composition;
    } catch (error) {
      // a country may bear the name of one of the hub's own types
      return { problems: [error instanceof Error ? error.message : String(error)] };
    }
  };
  const whole = await attempt(withSchemas(joining, 0));
  if ('supergraph' in whole) return { ...whole, problems: new Map() };

  const problems = new Map<string, string>();
  let joint = await beginning(joining, known, attempt);
  for (const { country, schemas } of joining) {
    for (const sdl of schemas) {
      if (joint.joined.some((one) => one.country.code === country.code && one.sdl === sdl)) break;
      const next = await attempt([...joint.joined.filter((one) => one.country.code !== country.code), { country, sdl }]);
      if ('supergraph' in next) {
        joint = next;
        break;
      }
      if (!problems.has(country.code)) problems.set(country.code, next.problems[0] ?? 'unknown');
    }
  }
  return { ...joint, problems };
}

/** What to begin with: the countries as they were, or all by their last resort, or none. */
async function beginning(joining: readonly JoiningCountry[], known: readonly JoinedCountry[], attempt: Attempt): Promise<Joint> {
  const stayed = known.filter(({ country: { code, name } }) =>
    joining.some(({ country }) => country.code === code && country.name === name),
  );
  for (const countries of [stayed, withSchemas(joining, -1)]) {
    const joint = countries.length > 0 ? await attempt(countries) : undefined;
    if (joint !== undefined && 'supergraph' in joint) return joint;
  }
  const alone = await attempt([]);
  if ('problems' in alone) throw new Error(`the hub's own schema does not compose: ${alone.problems.join('; ')}`);
  return alone;
}

function withSchemas(joining: readonly JoiningCountry[], index: number): readonly JoinedCountry[] {
  return joining.flatMap(({ country, schemas }) => {
    const sdl = schemas.at(index);
    return sdl === undefined ? [] : [{ country, sdl }];
  });
}

/** The subgraphs that go into a supergraph of these countries. */
export async function subgraphsOf(countries: readonly JoinedCountry[], europeSdl: EuropeSdl): Promise<readonly Subgraph[]> {
  return [
    { name: 'europe', sdl: await europeSdl(countries.map(({ country }) => country)) },
    ...countries.map(({ country, sdl }) => ({ name: countryFieldName(country.name), sdl })),
  ];
}
