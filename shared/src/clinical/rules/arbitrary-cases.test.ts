import * as fc from 'fast-check';
import {
  dateOfDayNumber,
  dayNumber,
  drugs,
  failureSubcategories,
  phases,
  sexes,
  stopReasons,
  therapeuticDecisions,
  vitalStatuses,
} from '../../domain';
import { caseFacts } from '../../testing/case-facts';
import { ruleContext } from '../../testing/rule-context';
import { checkCase } from './case-rules';

const day = fc.integer({ min: dayNumber('1995-01-01'), max: dayNumber('2008-01-01') }).map(dateOfDayNumber);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const percent = maybe(fc.double({ min: 0, max: 100, noNaN: true }));

const assessment = fc.record({
  assessedOn: day,
  phase: maybe(fc.constantFrom(...phases)),
  completeHematologicResponse: maybe(fc.boolean()),
  wbc: maybe(fc.double({ min: 0, max: 1500, noNaN: true })),
  metaphasesExamined: maybe(fc.integer({ min: 1, max: 200 })),
  metaphasesPhPositive: maybe(fc.integer({ min: 0, max: 200 })),
  bcrAbl1IsPct: percent,
  abl1Copies: maybe(fc.integer({ min: 0, max: 200_000 })),
});
const treatment = fc.record({
  drug: fc.constantFrom(...drugs),
  startedOn: day,
  stoppedOn: maybe(day),
  stopReason: maybe(fc.constantFrom(...stopReasons)),
});

const byDate = <T extends { readonly assessedOn: string }>(list: readonly T[]): readonly T[] =>
  list.toSorted((one, other) => one.assessedOn.localeCompare(other.assessedOn));

/** Cases with distinct natural keys and otherwise whatever dates and values, contradictory ones included. */
const anyCase = fc
  .record({
    patient: fc.record({
      sex: fc.constantFrom(...sexes),
      vitalStatus: fc.constantFrom(...vitalStatuses),
      diedOn: maybe(day),
      lastContactOn: maybe(day),
    }),
    diagnosis: maybe(
      fc.record({
        diagnosedOn: day,
        phase: maybe(fc.constantFrom(...phases)),
        phPositive: maybe(fc.boolean()),
        transcript: maybe(fc.constantFrom('e13a2', 'e1a2', 'e13a2+e14a2')),
        blastsPct: percent,
        basophilsPct: percent,
        karyotype: maybe(fc.oneof(fc.string(), fc.constantFrom('46,XX[20]', '46,XY,t(9;22)(q34;q11)[20]'))),
      }),
    ),
    treatments: fc.array(treatment, { maxLength: 4 }),
    doses: fc.uniqueArray(
      fc.record({ line: fc.integer({ min: 1, max: 5 }), fromOn: day, mgPerDay: fc.double({ min: 1, max: 5000, noNaN: true }) }),
      {
        maxLength: 3,
        selector: ({ line, fromOn }) => `${line} ${fromOn}`,
      },
    ),
    assessments: fc.uniqueArray(assessment, { maxLength: 6, selector: ({ assessedOn }) => assessedOn }).map(byDate),
    failure: maybe(
      fc.record({
        failedOn: day,
        notifiedOn: day,
        reportedSubcategory: fc.constantFrom(...failureSubcategories),
        decision: maybe(fc.constantFrom(...therapeuticDecisions)),
      }),
    ),
  })
  .map(caseFacts);

describe('whatever is documented', () => {
  test('no rule throws, and each finds at most one thing at one place', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const { refusing, queries } = checkCase(facts, ruleContext(facts));
        const places = [...refusing, ...queries].map(({ rule, at }) => JSON.stringify([rule, at]));
        expect(new Set(places).size).toBe(places.length);
        expect(refusing.every(({ severity }) => severity === 'HARD')).toBe(true);
      }),
    );
  });

  test('what is derived has no field without a value, and is eligible exactly when there is no reason against it', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const { derived } = ruleContext(facts);
        expect(Object.values(derived)).not.toContain(undefined);
        expect(derived.eligible).toBe(derived.ineligibleBecause.length === 0);
      }),
    );
  });
});
