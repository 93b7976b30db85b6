import { commonDisclosureSettings, type DisclosureSettings } from '../domain';
import {
  type CohortFilter,
  type CohortQuestion,
  type Counts,
  countriesToAsk,
  countsOf,
  LAYOUT_VERSION,
  type PartialPool,
  type PooledAnswer,
  type PoolQuestion,
} from '../statistics';

/** Countries whose patients have an age and nothing else; counted one by one. */
export class FewPatientsPool implements PartialPool {
  /** Countries that don't answer. */
  readonly silent = new Set<string>();
  readonly settings = new Map<string, Partial<DisclosureSettings>>();
  /** The same countries as they were frozen, by label. */
  readonly frozen = new Map<string, Record<string, number[]>>();
  /** What was asked so far, in order. */
  readonly questions: CohortQuestion[] = [];

  constructor(readonly ages: Record<string, number[]>) {}

  ask({ filter, figures }: PoolQuestion): Promise<PooledAnswer> {
    const countries = countriesToAsk(Object.keys(this.ages).toSorted(), { filter, figures });
    const question: CohortQuestion = { layoutVersion: LAYOUT_VERSION, filter, countries, figures };
    this.questions.push(question);
    const answered = countries.filter((country) => !this.silent.has(country));
    const isInCohort = (country: string): boolean => filter.countries?.includes(country) ?? true;
    const missing = countries.filter((country) => this.silent.has(country) && isInCohort(country));
    return Promise.resolve({
      question,
      coverage: {
        answered: answered.filter(isInCohort),
        missing: missing.map((code) => ({ code, reason: 'UNREACHABLE', message: '' })),
      },
      settings: new Map(answered.map((country) => [country, { ...commonDisclosureSettings, ...this.settings.get(country) }])),
      figures: figures.map((figure) => this.count(answered, filter, figure)),
      leftOut: false,
    });
  }

  private count(answered: readonly string[], filter: CohortFilter, figure: CohortQuestion['figures'][number]): Counts {
    const here = this.members(answered, filter);
    if (figure.kind !== 'differences') return countsOf([[0, here.size]]);
    const cells = figure.others.flatMap(({ filter: other, countries }, index) => {
      const there = this.members(
        answered.filter((country) => countries.includes(country)),
        other,
      );
      const onlyHere = [...here].filter((patient) => !there.has(patient)).length;
      const onlyThere = [...there].filter((patient) => !here.has(patient)).length;
      return [onlyHere, onlyThere, there.size].map((count, cell) => [1 + 3 * index + cell, count] as const);
    });
    return countsOf([[0, here.size], ...cells]);
  }

  private members(countries: readonly string[], { ageAtDiagnosis, countries: named, freeze }: CohortFilter): ReadonlySet<string> {
    const { min = 0, max = Number.POSITIVE_INFINITY } = ageAtDiagnosis ?? {};
    const ages = freeze === undefined ? this.ages : (this.frozen.get(freeze) ?? {});
    const those = countries.filter((country) => named?.includes(country) ?? true);
    return new Set(
      those.flatMap((country) => (ages[country] ?? []).flatMap((age, index) => (age >= min && age <= max ? [`${country} ${index}`] : []))),
    );
  }
}
