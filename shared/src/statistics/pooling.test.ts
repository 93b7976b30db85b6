import fc from 'fast-check';
import { type DerivedCase, dateOfDayNumber, elnClasses, elnEditions, failureSubcategories, sexes } from '../domain';
import { addMasked } from '../masking';
import { CaseColumnsBuilder, CaseTable } from './columns';
import { incidenceEvents, originsOf, survivalEndpoints } from './event-times';
import { frequencyFigure, summaryFigure } from './figures';
import { measures } from './measures';
import type { Covariate, Model } from './models';
import { addCounts, answerQuestion, type Counts, changeOf, NO_COUNTS, readSums, recount } from './partials';
import { type CohortQuestion, type FigureQuestion, LAYOUT_VERSION } from './question';
import { isMultiValued, variables } from './variables';
import { askInRounds, PlanMemory, toVector } from './vectors';

const countries = ['AT', 'FR', 'IL'];

const patient: fc.Arbitrary<DerivedCase> = fc
  .record({
    sex: fc.constantFrom(...sexes),
    age: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    wbc: fc.option(fc.integer({ min: 0, max: 6000 }), { nil: undefined }),
    subcategory: fc.option(fc.constantFrom(...failureSubcategories), { nil: undefined }),
    diagnosed: fc.integer({ min: 9000, max: 13_000 }),
    imatinibAfter: fc.nat({ max: 300 }),
    failedAfter: fc.option(fc.nat({ max: 900 }), { nil: undefined }),
    notifiedAfter: fc.nat({ max: 900 }),
    seenAfter: fc.option(fc.nat({ max: 2000 }), { nil: undefined }),
    dead: fc.boolean(),
    stoppedAfter: fc.option(fc.nat({ max: 900 }), { nil: undefined }),
    lostAfter: fc.option(fc.nat({ max: 900 }), { nil: undefined }),
    measuredAfter: fc.option(fc.nat({ max: 900 }), { nil: undefined }),
    milestone: fc.constantFrom(...elnClasses),
    mutations: fc.uniqueArray(fc.constantFrom('T315I', 'M351T', 'E255K', 'unheard of'), { maxLength: 3 }),
  })
  .map(({ sex, age, wbc, subcategory, diagnosed, mutations, ...course }) => ({
    patientCode: '',
    derivationVersion: 1,
    sex,
    recordStatus: 'NOTIFIED',
    ehdsOptOut: false,
    disease: '9875/3',
    cml: true,
    eligible: true,
    ineligibleBecause: [],
    scores: {},
    diagnosedOn: dateOfDayNumber(diagnosed),
    milestoneResponses: { ELN_2006: { 6: course.milestone } },
    ...courseOf(diagnosed, course),
    mutations,
    adverseEvents: [],
    ...(age === undefined ? {} : { ageAtDiagnosis: age }),
    ...(wbc === undefined ? {} : { wbcAtDiagnosis: wbc / 10 }),
    ...(subcategory === undefined ? {} : { reportedSubcategory: subcategory }),
  }));

interface Course {
  readonly imatinibAfter: number;
  readonly failedAfter: number | undefined;
  readonly notifiedAfter: number;
  readonly seenAfter: number | undefined;
  readonly dead: boolean;
  readonly stoppedAfter: number | undefined;
  readonly lostAfter: number | undefined;
  readonly measuredAfter: number | undefined;
}

/** The inhibitors, and how long it went without. */
function inhibitorsOf(started: number, { stoppedAfter, lostAfter, measuredAfter }: Course): Partial<DerivedCase> {
  const begun = { tkiStartedOn: dateOfDayNumber(started), firstTki: 'IMATINIB', tkiLines: 1 } as const;
  if (stoppedAfter === undefined) return begun;
  const stopped = started + stoppedAfter;
  return {
    ...begun,
    tkiDiscontinuedOn: dateOfDayNumber(stopped),
    treatmentFreeRemissionStartedOn: dateOfDayNumber(stopped),
    ...(lostAfter === undefined ? {} : { treatmentFreeRemissionLostOn: dateOfDayNumber(stopped + lostAfter) }),
    ...(measuredAfter === undefined ? {} : { treatmentFreeRemissionMonitoredUntil: dateOfDayNumber(stopped + measuredAfter) }),
  };
}

function courseOf(diagnosed: number, course: Course) {
  const { imatinibAfter, failedAfter, notifiedAfter, seenAfter, dead } = course;
  const started = diagnosed + imatinibAfter;
  const failed = failedAfter === undefined ? undefined : started + failedAfter;
  const died = dead && seenAfter !== undefined;
  return {
    vitalStatus: died ? ('DEAD' as const) : ('ALIVE' as const),
    imatinibStartedOn: dateOfDayNumber(started),
    ...inhibitorsOf(started, course),
    ...(failed === undefined ? {} : { failedOn: dateOfDayNumber(failed), notifiedOn: dateOfDayNumber(failed + notifiedAfter) }),
    ...(seenAfter === undefined ? {} : { [died ? 'diedOn' : 'lastContactOn']: dateOfDayNumber(started + seenAfter) }),
  };
}

const grouping = variables.filter((variable) => !isMultiValued(variable) && variable !== 'COUNTRY');
const analysis = fc.constantFrom(...survivalEndpoints.flatMap((endpoint) => originsOf(endpoint).map((from) => ({ endpoint, from }))));
const incidence = fc.constantFrom(
  ...incidenceEvents.flatMap((event) => originsOf(`INCIDENCE_OF_${event}`).map((from) => ({ kind: 'incidence' as const, event, from }))),
);
const by = fc.constantFrom(...grouping);
const covariates = [{ measure: 'AGE_AT_DIAGNOSIS' }, { variable: 'SEX' }] as const;
const model: fc.Arbitrary<Model<Covariate>> = fc.oneof(
  analysis.map((of) => ({ family: 'COX' as const, ...of, covariates })),
  fc.constant<Model<Covariate>>({ family: 'LOGISTIC', outcome: { variable: 'VITAL_STATUS', value: 'DEAD' }, covariates }),
);
const figure: fc.Arbitrary<FigureQuestion> = fc.oneof(
  fc.tuple(analysis, by).map(([of, group]) => ({ kind: 'survival' as const, ...of, by: group })),
  fc.record({
    kind: fc.constant('survival' as const),
    endpoint: fc.constantFrom(...survivalEndpoints.filter((one) => originsOf(one).includes('FAILURE'))),
    from: fc.constant('FAILURE' as const),
    by,
    delayedEntry: fc.constant(true),
  }),
  fc.tuple(incidence, by).map(([of, group]) => ({ ...of, by: group })),
  fc.record({ kind: fc.constant('milestones' as const), edition: fc.constantFrom(...elnEditions) }),
  fc.record({ kind: fc.constant('modelDesign' as const), model }),
  fc.constant<FigureQuestion>({ kind: 'size' }),
  fc.constant<FigureQuestion>({ kind: 'derivations' }),
  fc.record({ kind: fc.constant('frequencies' as const), of: fc.constantFrom(...variables.filter((one) => one !== 'COUNTRY')) }),
  fc.record({ kind: fc.constant('frequencies' as const), of: fc.constantFrom(...grouping), by: fc.constantFrom(...grouping) }),
  fc.record({ kind: fc.constant('summary' as const), of: fc.constantFrom(...measures), by: fc.constantFrom(...grouping) }),
);

function partialsOf(patients: readonly DerivedCase[], country: string, figures: readonly FigureQuestion[]): readonly Counts[] {
  const builder = new CaseColumnsBuilder();
  for (const one of patients) builder.add(one);
  const question: CohortQuestion = { layoutVersion: LAYOUT_VERSION, filter: { registry: 'ALL' }, countries, figures };
  return answerQuestion(builder.build(), country, question, 'EUROPEAN');
}

/** The pool of several countries' vectors, as they are added up under masks. */
async function throughVectors(parts: readonly (readonly Counts[])[], figures: readonly FigureQuestion[]): Promise<readonly Counts[]> {
  const question = { filter: { registry: 'ALL' as const }, countries, figures };
  const pooled = await askInRounds(question, new PlanMemory(), (_plans, layout) =>
    Promise.resolve(addMasked(parts.map((part) => toVector(layout, part)))),
  );
  return pooled ?? [];
}

describe('pooling', () => {
  it('over any split into countries equals one country that holds all, in any order of rows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(patient, fc.constantFrom(...countries)), { maxLength: 60 }),
        fc.array(figure, { minLength: 1 }),
        (all, figures) => {
          const parts = countries.map((country) =>
            partialsOf(
              all.filter(([, home]) => home === country).map(([one]) => one),
              country,
              figures,
            ),
          );
          const whole = partialsOf(all.map(([one]) => one).toReversed(), 'FR', figures);
          for (const index of figures.keys()) {
            expect(addCounts(parts.map((part) => part[index] ?? NO_COUNTS))).toEqual(whole[index]);
          }
        },
      ),
    );
  });

  it('of vectors that are laid out alike gives the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(patient, fc.constantFrom(...countries)), { maxLength: 60 }),
        fc.array(figure, { minLength: 1, maxLength: 4 }),
        async (all, figures) => {
          const own = (country: string): readonly DerivedCase[] => all.filter(([, home]) => home === country).map(([one]) => one);
          const parts = countries.map((country) => partialsOf(own(country), country, figures));
          const added = figures.map((_, index) => addCounts(parts.map((part) => part[index] ?? NO_COUNTS)));
          expect(await throughVectors(parts, figures)).toEqual(added);
        },
      ),
    );
  });

  it('gives the sums of a logistic model over the concatenated rows, rounded once a country', async () => {
    const question: FigureQuestion = {
      kind: 'likelihood',
      model: {
        family: 'LOGISTIC',
        outcome: { variable: 'VITAL_STATUS', value: 'DEAD' },
        covariates: [{ measure: 'AGE_AT_DIAGNOSIS' }, { variable: 'SEX', reference: 'F', values: ['M', 'OTHER', 'UNKNOWN'] }],
      },
      at: [0.1, -0.2, 0.3, 0, 1],
      fractionBits: 40,
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(patient, fc.constantFrom(...countries)), { maxLength: 60 }), async (all) => {
        const read = (counts: Counts): readonly number[] => readSums(counts, 1 + 5 + 15, 40).sums ?? [];
        const sumsOf = (parts: readonly (readonly Counts[])[]): readonly number[] =>
          read(addCounts(parts.map(([part]) => part ?? NO_COUNTS)));
        const own = (country: string): readonly DerivedCase[] => all.filter(([, home]) => home === country).map(([one]) => one);
        const parts = countries.map((country) => partialsOf(own(country), country, [question]));
        const split = sumsOf(parts);
        const [pooled = NO_COUNTS] = await throughVectors(parts, [question]);
        expect(read(pooled)).toEqual(split);
        const whole = sumsOf([partialsOf(all.map(([one]) => one).toReversed(), 'FR', [question])]);
        for (const [index, sum] of whole.entries()) expect(Math.abs((split[index] ?? Number.NaN) - sum)).toBeLessThan(4 * 2 ** -40);
      }),
    );
  });

  it('tells countries apart by the variable COUNTRY', () => {
    const parts = countries.map((country, index) =>
      partialsOf(fc.sample(patient, { numRuns: index + 1, seed: 1 }), country, [{ kind: 'frequencies', of: 'COUNTRY' }]),
    );
    const table = frequencyFigure(addCounts(parts.map(([part]) => part ?? NO_COUNTS)), 'COUNTRY', undefined, countries);
    expect(table.values.map((value, row) => [value, table.cells[row]?.[0]])).toEqual([
      ['AT', 1],
      ['FR', 2],
      ['IL', 3],
    ]);
  });

  it('gives the moments and quantiles of the concatenated rows', () => {
    fc.assert(
      fc.property(fc.array(patient, { minLength: 2, maxLength: 50 }), (all) => {
        const values = all.flatMap(({ wbcAtDiagnosis }) => wbcAtDiagnosis ?? []).toSorted((a, b) => a - b);
        const [counts] = partialsOf(all, 'FR', [{ kind: 'summary', of: 'WBC_AT_DIAGNOSIS' }]);
        const [summary] = summaryFigure(counts ?? NO_COUNTS, 'WBC_AT_DIAGNOSIS', undefined, countries).groups;
        expect(summary?.n).toBe(values.length);
        expect(summary?.missing).toBe(all.length - values.length);
        expect(summary?.minimum).toBe(values[0]);
        expect(summary?.maximum).toBe(values.at(-1));
        if (values.length === 0) return;
        expect(summary?.mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 8);
        const middle = (values.length - 1) / 2;
        expect(summary?.median).toBeCloseTo(((values[Math.floor(middle)] ?? 0) + (values[Math.ceil(middle)] ?? 0)) / 2, 8);
      }),
    );
  });
});

describe('counting a change', () => {
  it('by the patients who changed alone equals counting everybody anew', () => {
    const numbered = fc.tuple(fc.nat({ max: 20 }), fc.option(patient, { nil: undefined }));
    fc.assert(
      fc.property(
        fc.array(numbered, { maxLength: 40 }),
        fc.array(numbered, { maxLength: 10 }),
        fc.array(figure, { minLength: 1 }),
        (first, changes, figures) => {
          const table = new CaseTable();
          const write = (caseNumber: number, one: DerivedCase | undefined): number | undefined =>
            one ? table.put(caseNumber, one) : table.remove(caseNumber);
          for (const [caseNumber, one] of first) write(caseNumber, one);
          const earlier = table.columns();
          const rows = new Set(changes.flatMap(([caseNumber, one]) => write(caseNumber, one) ?? []));
          const later = table.columns();
          const filter = { registry: 'ALL', sex: ['F', 'M'] } as const;
          const others = [{ filter: { registry: 'CML' as const }, countries }];
          const asked = [...figures, { kind: 'differences' as const, others }];
          const question: CohortQuestion = { layoutVersion: LAYOUT_VERSION, filter, countries, figures: asked };
          const known = answerQuestion(earlier, 'FR', question, 'EUROPEAN');
          const recounted = recount(known, changeOf(earlier, later, [...rows]), 'FR', question, 'EUROPEAN');
          expect(recounted).toEqual(answerQuestion(later, 'FR', question, 'EUROPEAN'));
        },
      ),
    );
  });
});
