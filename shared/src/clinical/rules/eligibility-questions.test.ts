import type { CaseChanges } from '../../testing/case-facts';
import { hitsOf } from '../../testing/rule-context';
import { paediatricDiagnosisRule } from './age-at-diagnosis';
import { ineligibleCaseRule } from './ineligible-case';

const bornIn = (birthMonth: `${number}-${number}`): CaseChanges => ({ patient: { birthMonth } });

describe('PAEDIATRIC_DIAGNOSIS', () => {
  test.each<[string, CaseChanges, number]>([
    ['eighteen at diagnosis', bornIn('1983-11'), 0],
    ['seventeen at diagnosis, eighteen since', bornIn('1983-12'), 1],
    ['no diagnosis', { diagnosis: undefined, ...bornIn('1999-01') }, 0],
  ])('%s', (_, changes, count) => {
    expect(hitsOf(paediatricDiagnosisRule, changes)).toHaveLength(count);
  });
});

describe('INELIGIBLE_CASE', () => {
  test.each<[string, CaseChanges, number]>([
    ['eligible', {}, 0],
    ['a child at diagnosis, an adult at imatinib start', { ...bornIn('1984-01'), diagnosis: { diagnosedOn: '2001-12-03' } }, 0],
    ['a child at imatinib start', bornIn('1984-02'), 1],
    ['a case without a failure is not asked about', { failure: undefined }, 0],
  ])('%s', (_, changes, count) => {
    expect(hitsOf(ineligibleCaseRule, changes)).toHaveLength(count);
  });

  test('one question with all reasons, which refuses nothing', () => {
    const hits = hitsOf(ineligibleCaseRule, { ...bornIn('1990-02'), diagnosis: { phase: 'BLAST' } });
    expect(hits).toEqual([
      {
        at: 'failure',
        key: ['FR-001-0001'],
        message:
          'A failure is notified, but the case is not eligible. The age at the first imatinib is 11; it must be 18 or more. ' +
          'The phase at the first imatinib on 2002-01-15 is BLAST; it must be CHRONIC.',
      },
    ]);
    expect([ineligibleCaseRule.severity, ineligibleCaseRule.refuses]).toEqual(['HARD', false]);
  });
});
