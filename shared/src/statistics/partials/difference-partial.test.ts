import fc from 'fast-check';
import { deriveCase } from '../../clinical';
import { goldenCohorts, LocalPool } from '../../testing';
import type { CohortFilter } from '../cohort-filter';
import { cohortIdentity } from '../cohort-identity';
import type { DifferencesQuestion } from '../question';
import { countAt, NO_COUNTS } from './counts';
import { differenceCells, readDifferences } from './difference-partial';

const pool = new LocalPool(
  Object.fromEntries(Object.entries(goldenCohorts['three-hundred']).map(([country, cases]) => [country, cases.map(deriveCase)])),
);
const COUNTRIES = Object.keys(goldenCohorts['three-hundred']).toSorted();

const filters: fc.Arbitrary<CohortFilter> = fc.record(
  {
    registry: fc.constantFrom('ALL' as const, 'CML' as const),
    sex: fc.subarray(['F', 'M'] as const),
    ageAtDiagnosis: fc.record({ min: fc.nat({ max: 60 }), max: fc.integer({ min: 40, max: 99 }) }, { requiredKeys: [] }),
    countries: fc.subarray(COUNTRIES, { minLength: 1 }),
  },
  { requiredKeys: ['registry'] },
);

async function sizeOf(filter: CohortFilter): Promise<number> {
  if (filter.countries?.length === 0) return 0;
  const { figures } = await pool.ask({ filter, figures: [{ kind: 'size' }] });
  return countAt(figures[0] ?? NO_COUNTS, 0);
}

/** The patients that are in both: of two filters of these fields, those that pass each field of both. */
function bothOf(one: CohortFilter, other: CohortFilter): CohortFilter {
  const common = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined): readonly T[] | undefined =>
    a && b ? a.filter((value) => b.includes(value)) : (a ?? b);
  const [sex, countries] = [common(one.sex, other.sex), common(one.countries, other.countries)];
  const ages = [one.ageAtDiagnosis, other.ageAtDiagnosis].filter((range) => range !== undefined);
  return {
    registry: one.registry === 'CML' ? 'CML' : other.registry,
    ...(sex && { sex }),
    ...(countries && { countries }),
    ...(ages.length > 0 && {
      ageAtDiagnosis: { min: Math.max(0, ...ages.map(({ min = 0 }) => min)), max: Math.min(999, ...ages.map(({ max = 999 }) => max)) },
    }),
  };
}

describe('how cohorts differ', () => {
  it('is counted by all countries together as if they were one, in one question', async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.array(filters, { maxLength: 4 }), async (filter, others) => {
        const question: DifferencesQuestion = {
          kind: 'differences',
          others: others.map((other) => cohortIdentity(other, other.countries ?? COUNTRIES)),
        };
        const { figures } = await pool.ask({ filter, figures: [question] });
        const { size, differences } = readDifferences(figures[0] ?? NO_COUNTS, question);
        expect(size).toBe(await sizeOf(filter));
        for (const [index, other] of others.entries()) {
          const both = await sizeOf(bothOf(filter, other));
          const there = await sizeOf(other);
          expect(differences[index]).toEqual({ onlyHere: size - both, onlyThere: there - both, there });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes as many cells as the question has others', () => {
    expect(differenceCells({ kind: 'differences', others: [] })).toBe(1);
    expect(differenceCells({ kind: 'differences', others: [cohortIdentity({ registry: 'CML' }, ['FR'])] })).toBe(4);
  });
});
