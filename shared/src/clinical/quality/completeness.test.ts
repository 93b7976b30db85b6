import { caseFacts } from '../../testing';
import type { CaseChanges } from '../../testing/case-facts';
import { addCounts, completenessOf, countFields } from './completeness';
import { type FieldGroup, fieldGroups } from './expected-field';
import { knownFieldExpectations } from './expected-fields';

const countsOf = (changes: CaseChanges, group: FieldGroup): readonly [filled: number, expected: number] => {
  const { filled, expected } = completenessOf(countFields(caseFacts(changes)), knownFieldExpectations)[group];
  return [filled, expected];
};

const otherTumour = { disease: '8000/3', phase: undefined, phPositive: undefined, transcript: undefined, karyotype: undefined };

describe('the completeness of a case', () => {
  it('is whole where nothing is wanting, in every group', () => {
    const counts = completenessOf(countFields(caseFacts({})), knownFieldExpectations);
    expect(Object.keys(counts)).toEqual(fieldGroups);
    for (const { expected, filled } of Object.values(counts)) expect([expected > 0, filled]).toEqual([true, expected]);
  });

  it.each<[what: string, group: FieldGroup, changes: CaseChanges, counts: readonly [filled: number, expected: number]]>([
    ['an unknown sex', 'DEMOGRAPHY', { patient: { sex: 'UNKNOWN' } }, [0, 1]],
    ['a sex that is neither', 'DEMOGRAPHY', { patient: { sex: 'OTHER' } }, [1, 1]],
    ['consent without a date', 'CONSENT', { patient: { consentedOn: undefined } }, [0, 1]],
    ['no diagnosis', 'DIAGNOSIS', { diagnosis: undefined }, [0, 5]],
    ['no diagnosis', 'BASELINE_LABORATORY', { diagnosis: undefined }, [0, 7]],
    ['a diagnosis without karyotype', 'DIAGNOSIS', { diagnosis: { karyotype: undefined } }, [4, 5]],
    ['ph_positive false, which is an answer', 'DIAGNOSIS', { diagnosis: { phPositive: false } }, [5, 5]],
    ['a spleen of 0 cm, which is a value', 'BASELINE_LABORATORY', { diagnosis: { spleenCm: 0 } }, [7, 7]],
    ['a tumour other than CML', 'DIAGNOSIS', { diagnosis: otherTumour }, [1, 1]],
    ['a tumour other than CML', 'BASELINE_LABORATORY', { diagnosis: otherTumour }, [0, 0]],
    ['imatinib for a tumour other than CML', 'RESPONSE_MONITORING', { diagnosis: otherTumour }, [0, 0]],
    ['no treatment', 'TREATMENT', { treatments: [], doses: [] }, [0, 1]],
    ['imatinib that goes on', 'TREATMENT', { treatments: [{}] }, [2, 2]],
    ['imatinib without a dose', 'TREATMENT', { treatments: [{}], doses: [] }, [1, 2]],
    ['a stop without its reason', 'TREATMENT', { treatments: [{ stoppedOn: '2003-01-20' }] }, [2, 3]],
    ['a switch from imatinib without its stop', 'TREATMENT', { treatments: [{}, { drug: 'DASATINIB', startedOn: '2003-02-01' }] }, [2, 3]],
    [
      'a stopped line of another tumour',
      'TREATMENT',
      { diagnosis: otherTumour, treatments: [{ drug: 'OTHER', stoppedOn: '2003-01-20', stopReason: 'OTHER' }], doses: [] },
      [2, 3],
    ],
    ['assessments at 3, 6 and 12 months', 'RESPONSE_MONITORING', {}, [6, 6]],
    ['no assessment at 6 months', 'RESPONSE_MONITORING', { assessments: [{}, { assessedOn: '2003-01-20' }] }, [4, 6]],
    [
      'an assessment of the blood alone',
      'RESPONSE_MONITORING',
      {
        treatments: [{ stoppedOn: '2002-05-01', stopReason: 'INTOLERANCE' }],
        assessments: [{ metaphasesExamined: undefined, metaphasesPhPositive: undefined, bcrAbl1IsPct: undefined }],
      },
      [1, 2],
    ],
    [
      'too few metaphases and no transcripts',
      'RESPONSE_MONITORING',
      {
        treatments: [{ stoppedOn: '2002-05-01', stopReason: 'INTOLERANCE' }],
        assessments: [{ metaphasesExamined: 12, metaphasesPhPositive: 3, bcrAbl1IsPct: undefined }],
      },
      [1, 2],
    ],
    ['two months of imatinib', 'RESPONSE_MONITORING', { treatments: [{ stoppedOn: '2002-03-20' }] }, [0, 0]],
    ['no notified failure', 'FAILURE', { failure: undefined }, [0, 0]],
    ['a failure without decision', 'FAILURE', { failure: { decision: undefined } }, [2, 3]],
    ['a failure without dose', 'FAILURE', { doses: [] }, [2, 3]],
    ['a failure without phase on imatinib', 'FAILURE', { assessments: [{ phase: undefined }] }, [2, 3]],
    ['no last contact', 'FOLLOW_UP', { patient: { lastContactOn: undefined } }, [0, 1]],
    ['a death without cause', 'FOLLOW_UP', { patient: { vitalStatus: 'DEAD', diedOn: '2005-06-15', lastContactOn: undefined } }, [0, 1]],
  ])('counts %s (%s)', (_, group, changes, counts) => {
    expect(countsOf(changes, group)).toEqual(counts);
  });

  it('counts what the registry expects, and nothing else', () => {
    const chosen = knownFieldExpectations.filter(({ name }) => name === 'diagnosis.karyotype');
    const counts = completenessOf(countFields(caseFacts({ diagnosis: { karyotype: undefined } })), chosen);
    expect(counts.DIAGNOSIS).toEqual({ expected: 1, filled: 0 });
    expect(addCounts(Object.values(counts))).toEqual({ expected: 1, filled: 0 });
  });

  it('adds up', () => {
    expect(addCounts([])).toEqual({ expected: 0, filled: 0 });
    expect(
      addCounts([
        { expected: 3, filled: 1 },
        { expected: 2, filled: 2 },
      ]),
    ).toEqual({ expected: 5, filled: 3 });
  });

  it('is told by rows of distinct names', () => {
    const names = knownFieldExpectations.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
