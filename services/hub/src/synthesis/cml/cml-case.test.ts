import { checkCase, deriveCase } from '@registry-hub/shared/clinical';
import * as fc from 'fast-check';
import { RandomSource } from '../random-source';
import type { CaseProfile } from './case-profile';
import { cmlCase } from './cml-case';
import { countsOf, publishedMarginals } from './marginals';

const enrolment = { patientCode: 'FR-001-0001', centerCode: 'FR-001' };

const profiles: fc.Arbitrary<CaseProfile> = fc.record({
  sex: fc.constantFrom('F', 'M'),
  ageAtDiagnosis: fc.integer({ min: 12, max: 100 }),
  failure: fc.constantFrom(...countsOf(publishedMarginals.failures).map(([failure]) => failure)),
  everInStudy: fc.boolean(),
});

describe('cmlCase', () => {
  it('is what its profile says, by evidence that holds no other failure and raises no question, whatever is drawn', () => {
    fc.assert(
      fc.property(profiles, fc.integer(), (profile, seed) => {
        const facts = { ...cmlCase(enrolment, profile, RandomSource.of(seed)), recordStatus: 'NOTIFIED', ehdsOptOut: false } as const;
        const derived = deriveCase(facts);
        const { refusing, queries } = checkCase(facts, { today: '2006-07-31', dataCutoff: '2006-07-14', derived });
        expect(derived).toMatchObject({
          sex: profile.sex,
          ageAtDiagnosis: profile.ageAtDiagnosis,
          reportedSubcategory: profile.failure,
          derivedSubcategory: profile.failure,
          everInProspectiveStudy: profile.everInStudy,
          ineligibleBecause: [],
        });
        expect(refusing).toEqual([]);
        expect(queries.map(({ rule }) => rule)).toEqual(profile.ageAtDiagnosis < 18 ? ['PAEDIATRIC_DIAGNOSIS'] : []);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same for the same draws', () => {
    const profile: CaseProfile = { sex: 'F', ageAtDiagnosis: 51, failure: 'TOXICITY', everInStudy: true };
    expect(cmlCase(enrolment, profile, RandomSource.of(1))).toEqual(cmlCase(enrolment, profile, RandomSource.of(1)));
  });
});
