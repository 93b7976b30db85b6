import { type CaseChanges, caseFacts } from '../../testing/case-facts';
import { ineligibilityReasons } from './eligibility';

/** Diagnosed at twelve, interferon for five years, imatinib at eighteen. */
const paediatricDiagnosis: CaseChanges = {
  patient: { birthMonth: '1984-06' },
  diagnosis: { diagnosedOn: '1997-02-10' },
  treatments: [
    { drug: 'INTERFERON_ALFA', startedOn: '1997-03-01', stoppedOn: '2002-06-20' },
    { startedOn: '2002-07-01', stoppedOn: '2003-07-20' },
  ],
};
/** Diagnosed and on imatinib at seventeen. */
const seventeenAtStart: CaseChanges = {
  patient: { birthMonth: '1984-06' },
  diagnosis: { diagnosedOn: '2002-05-10' },
  treatments: [{ startedOn: '2002-05-20' }],
};

describe('ineligibilityReasons', () => {
  test.each<[string, CaseChanges, readonly string[]]>([
    ['an ordinary case', {}, []],
    ['a paediatric diagnosis, imatinib at eighteen', paediatricDiagnosis, []],
    ['imatinib at seventeen', seventeenAtStart, ['UNDER_18_AT_IMATINIB_START']],
    ['imatinib on the day that counts as the eighteenth birthday', { ...seventeenAtStart, treatments: [{ startedOn: '2002-06-15' }] }, []],
    ['the day before it', { ...seventeenAtStart, treatments: [{ startedOn: '2002-06-14' }] }, ['UNDER_18_AT_IMATINIB_START']],
    ['no failure notified', { failure: undefined }, ['FAILURE_NOT_NOTIFIED']],
    ['no diagnosis', { diagnosis: undefined }, ['DIAGNOSIS_NOT_DOCUMENTED', 'PHASE_AT_IMATINIB_START_NOT_DOCUMENTED']],
    ['another tumour', { diagnosis: { disease: '8936/3' } }, ['NOT_CML']],
    ['atypical CML', { diagnosis: { disease: '9876/3' } }, ['NOT_CML']],
    ['CML not otherwise specified, Ph+', { diagnosis: { disease: '9863/3' } }, []],
    ['Ph- with a transcript', { diagnosis: { phPositive: false } }, []],
    ['Ph+ without a transcript', { diagnosis: { transcript: undefined } }, []],
    ['Ph- without a transcript', { diagnosis: { phPositive: false, transcript: undefined } }, ['NOT_PH_OR_BCR_ABL1_POSITIVE']],
    ['neither documented', { diagnosis: { phPositive: undefined, transcript: undefined } }, ['NOT_PH_OR_BCR_ABL1_POSITIVE']],
    ['no imatinib', { treatments: [{ drug: 'DASATINIB' }] }, ['IMATINIB_NOT_DOCUMENTED']],
    ['accelerated at diagnosis', { diagnosis: { phase: 'ACCELERATED' } }, ['NOT_IN_CHRONIC_PHASE_AT_IMATINIB_START']],
    ['no phase documented by the start', { diagnosis: { phase: undefined } }, ['PHASE_AT_IMATINIB_START_NOT_DOCUMENTED']],
    [
      'everything at once',
      { patient: { birthMonth: '1990-01' }, diagnosis: { disease: '8936/3', phase: 'BLAST' }, failure: undefined },
      ['FAILURE_NOT_NOTIFIED', 'NOT_CML', 'UNDER_18_AT_IMATINIB_START', 'NOT_IN_CHRONIC_PHASE_AT_IMATINIB_START'],
    ],
  ])('%s', (_, changes, rules) => {
    expect(ineligibilityReasons(caseFacts(changes)).map(({ rule }) => rule)).toEqual(rules);
  });

  test('a reason is a sentence with the value and what would be right', () => {
    const [reason] = ineligibilityReasons(caseFacts(seventeenAtStart));
    expect(reason?.message).toBe('The age at the first imatinib is 17; it must be 18 or more.');
  });
});
