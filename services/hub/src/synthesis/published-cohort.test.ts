import { createHash } from 'node:crypto';
import { checkCase, comparableCase, deriveCase, latestNews, registryRules } from '@registry-hub/shared/clinical';
import { type CaseFacts, type DerivedCase, PATIENT_CODE } from '@registry-hub/shared/domain';
import type { Cohort } from './cohort';
import { inMemoryBundles } from './in-memory-bundles';
import { publishedCohort } from './published-cohort';

function factsOf(cohort: Cohort): CaseFacts[] {
  return cohort.flatMap(({ cases }) =>
    [...cases].map((records): CaseFacts => ({ ...records, recordStatus: 'NOTIFIED', ehdsOptOut: false })),
  );
}

function counts<T>(cases: readonly DerivedCase[], value: (derived: DerivedCase) => T): Map<T, number> {
  return cases.reduce((tally, derived) => tally.set(value(derived), (tally.get(value(derived)) ?? 0) + 1), new Map<T, number>());
}

const digestOf = (cohort: Cohort): string =>
  createHash('sha256')
    .update(JSON.stringify(inMemoryBundles(cohort)))
    .digest('hex');

describe.each([['of the first start', undefined] as const, ['of another seed', 2] as const])('publishedCohort %s', (_name, seed) => {
  const cohort = publishedCohort(seed);
  const facts = factsOf(cohort);
  const derived = facts.map(deriveCase);

  it('has the published number of patients in each country', () => {
    const numbers = cohort.map(({ country, cases }) => [country, [...cases].length]);
    expect(Object.fromEntries(numbers)).toEqual({ AT: 4, DK: 13, FI: 18, FR: 236, DE: 39, IL: 34, IT: 10, NL: 11, ES: 13 });
    expect(facts).toHaveLength(378);
  });

  it('has the published numbers of women and men', () => {
    expect(counts(derived, ({ sex }) => sex)).toEqual(
      new Map([
        ['F', 166],
        ['M', 212],
      ]),
    );
  });

  it('has the published median and range of the age at diagnosis', () => {
    const ages = derived.map(({ ageAtDiagnosis = Number.NaN }) => ageAtDiagnosis).toSorted((a, b) => a - b);
    expect([ages[0], ages[188], ages[189], ages.at(-1)]).toEqual([12, 51, 51, 80]);
  });

  it('has the published numbers of failures, as reported and by the evidence alike', () => {
    const published = new Map([
      ['NO_COMPLETE_HEMATOLOGIC_RESPONSE', 8],
      ['NO_CYTOGENETIC_RESPONSE', 45],
      ['NO_MAJOR_CYTOGENETIC_RESPONSE', 60],
      ['HEMATOLOGIC_RELAPSE', 23],
      ['CYTOGENETIC_RELAPSE_OR_PROGRESSION', 45],
      ['PROGRESSION_TO_ADVANCED_PHASE', 87],
      ['TOXICITY', 49],
      ['TOXICITY_WITH_UNSATISFACTORY_RESPONSE', 61],
    ]);
    expect(counts(derived, ({ reportedSubcategory }) => reportedSubcategory)).toEqual(published);
    expect(derived.filter((one) => one.derivedSubcategory !== one.reportedSubcategory)).toEqual([]);
  });

  it('has the published number of patients who were never in a study', () => {
    expect(counts(derived, ({ everInProspectiveStudy }) => everInProspectiveStudy)).toEqual(
      new Map([
        [true, 238],
        [false, 140],
      ]),
    );
  });

  it('has eligible cases only', () => {
    expect(derived.flatMap(({ ineligibleBecause }) => ineligibleBecause)).toEqual([]);
    expect(Math.min(...derived.map(({ ageAtImatinibStart = 0 }) => ageAtImatinibStart))).toBeGreaterThanOrEqual(18);
  });

  it('gave interferon for years to the patient who was diagnosed at 12, and imatinib to the adult', () => {
    const [child, ...others] = facts.filter((_, index) => (derived[index]?.ageAtDiagnosis ?? 0) < 18);
    expect(others).toEqual([]);
    expect(child?.treatments.map(({ drug }) => drug)).toContain('INTERFERON_ALFA');
    const { ageAtDiagnosis, imatinibLine } = child === undefined ? {} : deriveCase(child);
    expect([ageAtDiagnosis, imatinibLine]).toEqual([12, 'NOT_FIRST_LINE']);
  });

  it('raises no question but the one about the diagnosis at 12', () => {
    const dataCutoff = latestNews(derived);
    const found = facts.flatMap((one, index) => {
      const context = { today: '2006-07-31', ...(dataCutoff && { dataCutoff }), derived: derived[index] ?? deriveCase(one) } as const;
      const { refusing, queries } = checkCase(one, context);
      return [...refusing, ...queries];
    });
    const alike = registryRules.flatMap(({ check }) => check(facts.map(comparableCase)));
    expect([...found, ...alike].map(({ rule }) => rule)).toEqual(['PAEDIATRIC_DIAGNOSIS']);
  });

  it('lies between 1995 and the middle of July 2006, with notifications from 2005 on', () => {
    const dates = facts.flatMap(
      (one) => JSON.stringify({ ...one, patient: { ...one.patient, birthMonth: undefined } }).match(/\d{4}-\d{2}-\d{2}/g) ?? [],
    );
    const notified = facts.map(({ failure }) => failure?.notifiedOn ?? '');
    for (const date of dates) expect(date >= '1995-01-01' && date <= '2006-07-15').toBe(true);
    for (const date of notified) expect(date >= '2005-01-01').toBe(true);
  });

  it('gives every patient a code of one of the country’s centres, and no two the same', () => {
    for (const { country, centers, cases } of cohort) {
      const centerCodes = new Set(centers.map(({ centerCode }) => centerCode));
      for (const { patient } of cases) {
        expect(patient.patientCode).toMatch(PATIENT_CODE);
        expect(patient.patientCode.startsWith(`${country}-`)).toBe(true);
        expect(patient.patientCode.startsWith(`${patient.centerCode}-`)).toBe(true);
        expect(centerCodes).toContain(patient.centerCode);
      }
    }
    expect(new Set(facts.map(({ patient }) => patient.patientCode)).size).toBe(378);
  });
});

describe('publishedCohort', () => {
  it('is made of the same bytes for the same seed, on every machine', () => {
    expect(digestOf(publishedCohort())).toBe(digestOf(publishedCohort()));
    expect(digestOf(publishedCohort())).toBe('1e461c53dc02dbf9e1762b51218ff04270a95b42922df6c37899346fd53ec42d');
  });

  it('is made of other bytes for another seed', () => {
    expect(digestOf(publishedCohort(1))).not.toBe(digestOf(publishedCohort(2)));
  });

  it('can be gone through more than once', () => {
    const cohort = publishedCohort();
    expect(factsOf(cohort)).toEqual(factsOf(cohort));
  });
});
