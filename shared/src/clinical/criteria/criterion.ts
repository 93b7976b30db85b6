/**
 * One line of a published table. What is not documented leaves a criterion undecided: it is never taken as normal and
 * never as abnormal.
 */
export interface Criterion<E> {
  /** The criterion in words, with its limit and unit: `Ph+ metaphases > 35 %`. */
  readonly statement: string;
  /** Whether the evidence meets it; undefined when the evidence does not decide it. */
  readonly holds: (evidence: E) => boolean | undefined;
  /** The evidence it looks at, in words, `Ph+ metaphases 60 %`; empty for what is not documented. */
  readonly documented: (evidence: E) => readonly string[];
}

/** The comparisons of one measured quantity. */
export interface Measure<E> {
  readonly above: (limit: number) => Criterion<E>;
  readonly atLeast: (limit: number) => Criterion<E>;
  readonly below: (limit: number) => Criterion<E>;
  readonly atMost: (limit: number) => Criterion<E>;
  readonly is: (value: number) => Criterion<E>;
  readonly notDocumented: Criterion<E>;
}

/** Criteria about one quantity of the evidence, with its name and unit. */
export function measure<E>(name: string, unit: string, valueOf: (evidence: E) => number | undefined): Measure<E> {
  const documented = (evidence: E): readonly string[] => {
    const value = valueOf(evidence);
    return value === undefined ? [] : [`${name} ${value} ${unit}`];
  };
  const compare =
    (sign: string, test: (value: number, limit: number) => boolean) =>
    (limit: number): Criterion<E> => ({
      statement: `${name} ${sign} ${limit} ${unit}`,
      holds: (evidence) => {
        const value = valueOf(evidence);
        return value === undefined ? undefined : test(value, limit);
      },
      documented,
    });
  return {
    above: compare('>', (value, limit) => value > limit),
    atLeast: compare('≥', (value, limit) => value >= limit),
    below: compare('<', (value, limit) => value < limit),
    atMost: compare('≤', (value, limit) => value <= limit),
    is: compare('=', (value, limit) => value === limit),
    notDocumented: {
      statement: `${name} not documented`,
      holds: (evidence) => valueOf(evidence) === undefined,
      documented: () => [],
    },
  };
}

/** A criterion that the evidence states outright. */
export function sign<E>(statement: string, valueOf: (evidence: E) => boolean | undefined): Criterion<E> {
  return {
    statement,
    holds: valueOf,
    documented: (evidence) => {
      const value = valueOf(evidence);
      return value === undefined ? [] : [`${statement}: ${value ? 'yes' : 'no'}`];
    },
  };
}

/** The opposite of a criterion; undecided where that is. */
export function not<E>(statement: string, criterion: Criterion<E>): Criterion<E> {
  return {
    statement,
    holds: (evidence) => {
      const held = criterion.holds(evidence);
      return held === undefined ? undefined : !held;
    },
    documented: criterion.documented,
  };
}

function joined<E>(word: string, criteria: readonly Criterion<E>[], decisive: boolean): Criterion<E> {
  return {
    statement: criteria.map(({ statement }) => statement).join(` ${word} `),
    holds: (evidence) => {
      const results = criteria.map(({ holds }) => holds(evidence));
      if (results.includes(decisive)) return decisive;
      return results.includes(undefined) ? undefined : !decisive;
    },
    documented: (evidence) => [...new Set(criteria.flatMap(({ documented }) => documented(evidence)))],
  };
}

/** All of them: one that fails decides, else one that is undecided leaves the whole undecided. */
export function allOf<E>(...criteria: readonly Criterion<E>[]): Criterion<E> {
  return joined('and', criteria, false);
}

/** Any of them: one that holds decides, else one that is undecided leaves the whole undecided. */
export function anyOf<E>(...criteria: readonly Criterion<E>[]): Criterion<E> {
  return joined('or', criteria, true);
}
