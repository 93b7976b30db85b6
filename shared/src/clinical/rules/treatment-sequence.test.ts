import type { CaseChanges } from '../../testing/case-facts';
import { hitsOf } from '../../testing/rule-context';
import { imatinibAgainRule, linesInOrderRule, promptFirstLineRule, t315iRule } from './treatment-sequence';

describe('LINES_OUT_OF_ORDER', () => {
  test.each<[string, CaseChanges, readonly string[]]>([
    ['in order', { treatments: [{}, { startedOn: '2003-02-01' }] }, []],
    ['two from one day', { treatments: [{}, { startedOn: '2002-01-15' }] }, []],
    ['the second before the first', { treatments: [{}, { startedOn: '2002-01-14' }] }, ['treatment.line']],
  ])('%s', (_, changes, at) => {
    expect(hitsOf(linesInOrderRule, changes).map((hit) => hit.at)).toEqual(at);
  });
});

describe('LATE_FIRST_LINE', () => {
  test.each<[string, CaseChanges, number]>([
    ['six months after diagnosis', { diagnosis: { diagnosedOn: '2001-07-15' } }, 0],
    ['a day more', { diagnosis: { diagnosedOn: '2001-07-14' } }, 1],
    [
      'after interferon, not first line',
      { diagnosis: { diagnosedOn: '1999-07-14' }, treatments: [{ drug: 'INTERFERON_ALFA', startedOn: '1999-08-01' }, {}] },
      0,
    ],
    ['no diagnosis', { diagnosis: undefined }, 0],
    ['no imatinib', { treatments: [] }, 0],
  ])('%s', (_, changes, count) => {
    expect(hitsOf(promptFirstLineRule, changes)).toHaveLength(count);
  });
});

describe('IMATINIB_AFTER_FAILURE', () => {
  const again = [{ stoppedOn: '2003-01-20' }, { startedOn: '2003-02-01' }] as const;
  test.each<[string, CaseChanges, number]>([
    ['no next line', {}, 0],
    ['another drug', { treatments: [{}, { drug: 'DASATINIB', startedOn: '2004-02-01' }] }, 0],
    ['imatinib again', { treatments: again }, 1],
    ['imatinib at a higher dose', { treatments: again, failure: { decision: 'IMATINIB_DOSE_INCREASE' } }, 0],
    [
      'imatinib only after another drug',
      { treatments: [{}, { drug: 'DASATINIB', startedOn: '2004-02-01' }, { startedOn: '2005-02-01' }] },
      0,
    ],
    ['no failure', { treatments: again, failure: undefined }, 0],
  ])('%s', (_, changes, count) => {
    expect(hitsOf(imatinibAgainRule, changes)).toHaveLength(count);
  });
});

describe('NEXT_DRUG_WITH_T315I', () => {
  const mutations = [{ variant: 'T315I', sampledOn: '2003-01-20' }] as const;
  const next = (drug: 'DASATINIB' | 'PONATINIB'): CaseChanges => ({ mutations, treatments: [{}, { drug, startedOn: '2004-02-01' }] });
  test.each<[string, CaseChanges, readonly string[]]>([
    ['no mutation', { treatments: [{}, { drug: 'DASATINIB', startedOn: '2004-02-01' }] }, []],
    ['dasatinib next', next('DASATINIB'), ['treatment.drug']],
    ['ponatinib next', next('PONATINIB'), []],
    ['ponatinib next, though dasatinib was decided', { ...next('PONATINIB'), failure: { decision: 'DASATINIB' } }, []],
    ['nilotinib decided, no next line yet', { mutations, failure: { decision: 'NILOTINIB' } }, ['failure.decision']],
    ['transplant decided', { mutations }, []],
    ['another mutation', { ...next('DASATINIB'), mutations: [{ variant: 'Y253H' }] }, []],
    ['found only under dasatinib', { ...next('DASATINIB'), mutations: [{ variant: 'T315I', sampledOn: '2004-02-02' }] }, []],
    ['no failure', { ...next('DASATINIB'), failure: undefined }, []],
  ])('%s', (_, changes, at) => {
    expect(hitsOf(t315iRule, changes).map((hit) => hit.at)).toEqual(at);
  });

  test('informs, and gives no advice', () => {
    expect(t315iRule.severity).toBe('INFORMATION');
  });
});
