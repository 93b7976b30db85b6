import fc from 'fast-check';
import { fromTriangle } from '../mathematics';
import { type CoxStratum, coxSums, timeWeightedSums } from './cox-sums';

interface Patient {
  readonly entry: number;
  readonly day: number;
  readonly event: boolean;
  readonly x: readonly [number, number];
}

const patient: fc.Arbitrary<Patient> = fc
  .record({
    entry: fc.nat({ max: 8 }),
    length: fc.integer({ min: 1, max: 8 }),
    event: fc.boolean(),
    x: fc.tuple(fc.integer({ min: -20, max: 20 }), fc.constantFrom(0, 10)),
  })
  .map(({ entry, length, event, x: [one, other] }) => ({ entry, day: entry + length, event, x: [one / 10, other / 10] }));
const patients = fc.array(patient, { minLength: 1, maxLength: 25 });
const coefficients = fc.tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true }));

function stratumOf(list: readonly Patient[], delayed: boolean): CoxStratum {
  const sorted = list.toSorted((one, other) => one.day - other.day);
  const entry = Int32Array.from(sorted, (one) => one.entry);
  return {
    design: { rows: Uint32Array.from(sorted.keys()), width: 2, values: Float64Array.from(sorted.flatMap(({ x }) => x)) },
    day: Int32Array.from(sorted, ({ day }) => day),
    event: Uint8Array.from(sorted, ({ event }) => (event ? 1 : 0)),
    ...(delayed && { entry: { day: entry, order: Uint32Array.from(entry.keys()).toSorted((a, b) => (entry[a] ?? 0) - (entry[b] ?? 0)) } }),
  };
}

/** Efron's log partial likelihood as it is printed: for each event, over its whole risk set. */
function logLikelihood(list: readonly Patient[], delayed: boolean, beta: readonly [number, number]): number {
  const predictor = ({ x }: Patient): number => x[0] * beta[0] + x[1] * beta[1];
  const hazards = (some: readonly Patient[]): number => some.reduce((sum, one) => sum + Math.exp(predictor(one)), 0);
  const days = [...new Set(list.filter(({ event }) => event).map(({ day }) => day))];
  return days.reduce((total, day) => {
    const tied = list.filter((one) => one.event && one.day === day);
    const atRisk = list.filter((one) => one.day >= day && (!delayed || one.entry < day));
    const ownTerms = tied.reduce((sum, one) => sum + predictor(one), 0);
    const others = tied.map((_, index) => Math.log(hazards(atRisk) - (index / tied.length) * hazards(tied)));
    return total + ownTerms - others.reduce((sum, term) => sum + term, 0);
  }, 0);
}

describe.each([
  ['entry at the origin', false],
  ['delayed entry', true],
] as const)('sums of a Cox model with %s', (_what, delayed) => {
  it('are the log partial likelihood as it is printed, and its derivatives', () => {
    fc.assert(
      fc.property(patients, coefficients, (list, beta) => {
        const sums = coxSums(stratumOf(list, delayed), Float64Array.from(beta));
        const at = (one: number, other: number): number => logLikelihood(list, delayed, [beta[0] + one, beta[1] + other]);
        const h = 1e-4;
        expect(sums.logLikelihood).toBeCloseTo(at(0, 0), 9);
        expect(sums.score[0]).toBeCloseTo((at(h, 0) - at(-h, 0)) / (2 * h), 4);
        expect(sums.score[1]).toBeCloseTo((at(0, h) - at(0, -h)) / (2 * h), 4);
        const mixed = (at(h, h) - at(h, -h) - at(-h, h) + at(-h, -h)) / (4 * h * h);
        expect(sums.information[1]).toBeCloseTo(-mixed, 3);
      }),
    );
  });

  it('do not depend on the order of rows of one day', () => {
    fc.assert(
      fc.property(patients, coefficients, (list, beta) => {
        const one = coxSums(stratumOf(list, delayed), Float64Array.from(beta));
        const other = coxSums(stratumOf(list.toReversed(), delayed), Float64Array.from(beta));
        expect(other.logLikelihood).toBeCloseTo(one.logLikelihood, 9);
        for (const [index, value] of one.information.entries()) expect(other.information[index]).toBeCloseTo(value, 9);
      }),
    );
  });

  it('weigh each event day by its time for the test of proportional hazards', () => {
    fc.assert(
      fc.property(patients, coefficients, (list, beta) => {
        const weightOf = (day: number): number => (day - 1461) / 1461;
        const days = [...new Set(list.filter(({ event }) => event).map(({ day }) => day))];
        const sums = timeWeightedSums(stratumOf(list, delayed), Float64Array.from(beta));
        // the same risk sets with the events of one day alone
        const byDay = days.map((day) => {
          const alone = list.map((one) => ({ ...one, event: one.event && one.day === day }));
          return { weight: weightOf(day), sums: coxSums(stratumOf(alone, delayed), Float64Array.from(beta)) };
        });
        const weighed = (power: number): number =>
          byDay.reduce((total, { weight, sums: own }) => total + weight ** power * (fromTriangle([...own.information], 2)[1]?.[0] ?? 0), 0);
        expect(sums.score[0]).toBeCloseTo(
          byDay.reduce((total, { weight, sums: own }) => total + weight * (own.score[0] ?? 0), 0),
          9,
        );
        expect(sums.information[1]).toBeCloseTo(weighed(1), 9);
        expect(sums.squaredInformation[1]).toBeCloseTo(weighed(2), 9);
        expect(sums.time).toBeCloseTo(
          list.filter(({ event }) => event).reduce((total, { day }) => total + weightOf(day), 0),
          9,
        );
      }),
    );
  });
});
