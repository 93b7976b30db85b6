import { checkCase, deriveCase } from '@registry-hub/shared/clinical';
import { inMemoryBundles } from './in-memory-bundles';
import { publishedCohort } from './published-cohort';
import { syntheticCohort } from './synthetic-cohort';

const patientCodes = (cohort: ReturnType<typeof syntheticCohort>): string[] =>
  cohort.flatMap(({ cases }) => [...cases].map(({ patient }) => patient.patientCode));

describe('syntheticCohort', () => {
  it.each([0, 1, 10, 1000])('has %s patients, each with a code of its own', (patients) => {
    const codes = patientCodes(syntheticCohort({ patients, seed: 1 }));
    expect(codes).toHaveLength(patients);
    expect(new Set(codes).size).toBe(patients);
  });

  it('spreads the patients over the nine countries as they were published', () => {
    const sizes = syntheticCohort({ patients: 3780, seed: 1 }).map(({ country, cases }) => [country, [...cases].length]);
    expect(Object.fromEntries(sizes)).toEqual({ AT: 40, DE: 390, DK: 130, ES: 130, FI: 180, FR: 2360, IL: 340, IT: 100, NL: 110 });
  });

  it('gives a country that was not published the weight of the median one', () => {
    const [spain, poland] = syntheticCohort({ patients: 50, seed: 1, countries: ['ES', 'PL'] });
    expect([...(spain?.cases ?? [])]).toHaveLength(25);
    expect([...(poland?.cases ?? [])]).toHaveLength(25);
  });

  it('is made of the same bytes for the same seed, and of others for another', () => {
    const [one, same, other] = [1, 1, 2].map((seed) => inMemoryBundles(syntheticCohort({ patients: 200, seed })));
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });

  it('makes the first cases of a large cohort without making the others', () => {
    const [country] = syntheticCohort({ patients: 1_000_000_000, seed: 1, countries: ['FR'] });
    const [first, second] = country?.cases ?? [];
    expect(first?.patient.patientCode).not.toBe(second?.patient.patientCode);
  });

  it('has cases of failure that raise no question', () => {
    const cases = syntheticCohort({ patients: 1000, seed: 1 }).flatMap(({ cases: made }) => [...made]);
    for (const records of cases) {
      const facts = { ...records, recordStatus: 'NOTIFIED', ehdsOptOut: false } as const;
      const derived = deriveCase(facts);
      expect(derived.eligible).toBe(true);
      expect(checkCase(facts, { today: '2006-07-31', dataCutoff: '2006-07-14', derived })).toEqual({ refusing: [], queries: [] });
    }
  });

  it('shares centres with the published cohort, but no patient', () => {
    const published = new Set(patientCodes(publishedCohort()));
    const synthetic = syntheticCohort({ patients: 378, seed: 1 });
    expect(patientCodes(synthetic).filter((code) => published.has(code))).toEqual([]);
    expect(synthetic.map(({ centers }) => centers)).toEqual(publishedCohort().map(({ centers }) => centers));
  });
});
