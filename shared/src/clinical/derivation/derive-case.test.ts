import { caseFacts } from '../../testing/case-facts';
import { DERIVATION_VERSION, deriveCase } from './derive-case';

describe('deriveCase', () => {
  test('an ordinary case, every field', () => {
    const facts = caseFacts({
      recordStatus: 'VALIDATED',
      treatments: [
        { stoppedOn: '2003-01-20', stopReason: 'RESISTANCE', prospectiveStudy: 'IRIS' },
        { drug: 'DASATINIB', startedOn: '2004-02-01' },
      ],
      doses: [{}, { fromOn: '2002-08-01', mgPerDay: 600 }],
      assessments: [
        {},
        { assessedOn: '2002-07-15', metaphasesPhPositive: 14, bcrAbl1IsPct: 30 },
        { assessedOn: '2003-01-20', metaphasesPhPositive: 12, bcrAbl1IsPct: undefined },
        { assessedOn: '2004-06-01', phase: 'ACCELERATED', metaphasesPhPositive: 0, bcrAbl1IsPct: 0.05 },
      ],
      mutations: [{ variant: 'T315I' }, { variant: 'E255K' }, { sampledOn: '2004-06-01', variant: 'E255K' }],
      adverseEvents: [
        { term: 'Rash', action: 'NONE' },
        { term: 'Nausea', grade: 1, action: 'NONE' },
      ],
    });
    expect(deriveCase(facts)).toEqual({
      patientCode: 'FR-001-0001',
      derivationVersion: DERIVATION_VERSION,
      sex: 'F',
      recordStatus: 'VALIDATED',
      ehdsOptOut: false,
      vitalStatus: 'ALIVE',
      lastContactOn: '2005-06-15',
      disease: '9875/3',
      cml: true,
      phaseAtDiagnosis: 'CHRONIC',
      transcript: 'e14a2',
      diagnosedOn: '2001-12-03',
      eligible: true,
      ineligibleBecause: [],
      imatinibStartedOn: '2002-01-15',
      failedOn: '2003-01-20',
      notifiedOn: '2005-02-10',
      progressedAfterDiagnosisOn: '2004-06-01',
      progressedAfterImatinibOn: '2004-06-01',
      progressedAfterFailureOn: '2004-06-01',
      completeCytogeneticResponseAfterDiagnosisOn: '2004-06-01',
      completeCytogeneticResponseAfterImatinibOn: '2004-06-01',
      completeCytogeneticResponseAfterFailureOn: '2004-06-01',
      majorMolecularResponseAfterDiagnosisOn: '2004-06-01',
      majorMolecularResponseAfterImatinibOn: '2004-06-01',
      majorMolecularResponseAfterFailureOn: '2004-06-01',
      tkiStartedOn: '2002-01-15',
      firstTki: 'IMATINIB',
      tkiLines: 2,
      progressedAfterTkiOn: '2004-06-01',
      completeCytogeneticResponseAfterTkiOn: '2004-06-01',
      majorMolecularResponseAfterTkiOn: '2004-06-01',
      tkiDiscontinuedOn: '2003-01-20',
      tkiDiscontinuationReason: 'RESISTANCE',
      deepestMolecularResponse: 'MMR',
      ageAtDiagnosis: 51,
      ageAtImatinibStart: 51,
      ageAtFailure: 52,
      imatinibLine: 'FIRST_LINE',
      everInProspectiveStudy: true,
      imatinibDoseAtFailure: 600,
      reportedSubcategory: 'NO_MAJOR_CYTOGENETIC_RESPONSE',
      reportedCategory: 'NO_OR_UNSATISFACTORY_RESPONSE',
      derivedSubcategory: 'NO_MAJOR_CYTOGENETIC_RESPONSE',
      decision: 'ALLOGENEIC_TRANSPLANT',
      phaseAtFailure: 'CHRONIC',
      bcrAbl1AtFailure: 30,
      scores: expect.anything(),
      milestoneResponses: expect.objectContaining({ ELN_2006: { 3: 'OPTIMAL', 6: 'SUBOPTIMAL', 12: 'FAILURE' } }),
      spleenAtDiagnosis: 4,
      wbcAtDiagnosis: 120,
      hemoglobinAtDiagnosis: 118,
      plateletsAtDiagnosis: 420,
      blastsAtDiagnosis: 1,
      basophilsAtDiagnosis: 3,
      eosinophilsAtDiagnosis: 2,
      mutations: ['E255K', 'T315I'],
      adverseEvents: ['Nausea', 'Rash'],
    });
  });

  test('a patient of whom nothing but the person is documented', () => {
    const bare = caseFacts({ diagnosis: undefined, treatments: [], doses: [], assessments: [], failure: undefined });
    const derived = deriveCase(bare);
    expect(derived).toMatchObject({ cml: false, eligible: false, scores: {}, mutations: [], adverseEvents: [] });
    expect(derived.ineligibleBecause.map(({ rule }) => rule)).toEqual([
      'FAILURE_NOT_NOTIFIED',
      'DIAGNOSIS_NOT_DOCUMENTED',
      'IMATINIB_NOT_DOCUMENTED',
    ]);
    expect(Object.values(derived)).not.toContain(undefined);
    expect(Object.keys(derived)).not.toContain('everInProspectiveStudy');
  });

  test('diagnosed at twelve, interferon, imatinib at eighteen: eligible, not first line', () => {
    const facts = caseFacts({
      patient: { birthMonth: '1984-06' },
      diagnosis: { diagnosedOn: '1997-02-10' },
      treatments: [
        { drug: 'INTERFERON_ALFA', startedOn: '1997-03-01', stoppedOn: '2002-06-20' },
        { startedOn: '2002-07-01', stoppedOn: '2003-07-20' },
      ],
      failure: { failedOn: '2003-07-20' },
    });
    expect(deriveCase(facts)).toMatchObject({
      eligible: true,
      imatinibLine: 'NOT_FIRST_LINE',
      ageAtDiagnosis: 12,
      ageAtImatinibStart: 18,
      ageAtFailure: 19,
      everInProspectiveStudy: false,
    });
  });

  test('diagnosed and on imatinib at seventeen: not eligible, both ages told', () => {
    const facts = caseFacts({
      patient: { birthMonth: '1984-06' },
      diagnosis: { diagnosedOn: '2002-05-10' },
      treatments: [{ startedOn: '2002-05-20' }],
    });
    expect(deriveCase(facts)).toMatchObject({ eligible: false, ageAtDiagnosis: 17, ageAtImatinibStart: 17 });
  });

  test('the phase at failure is one documented on imatinib, not that of the diagnosis', () => {
    const { phaseAtFailure, bcrAbl1AtFailure } = deriveCase(
      caseFacts({ assessments: [{ assessedOn: '2002-01-10' }, { assessedOn: '2003-01-21' }] }),
    );
    expect([phaseAtFailure, bcrAbl1AtFailure]).toEqual([undefined, undefined]);
  });

  test('of another tumour, the best response over all lines', () => {
    const facts = caseFacts({
      diagnosis: { disease: '8936/3', transcript: undefined, phPositive: undefined },
      treatments: [
        { bestResponse: 'SD' },
        { bestResponse: 'PR', startedOn: '2003-02-01' },
        { bestResponse: 'NE', startedOn: '2004-02-01' },
      ],
    });
    expect(deriveCase(facts)).toMatchObject({ cml: false, disease: '8936/3', bestResponse: 'PR' });
  });
});
