import type { Diagnosis } from '../../domain';
import { type CaseChanges, caseFacts } from '../../testing/case-facts';
import { scoresAtDiagnosis } from './scores-at-diagnosis';

const diagnosis = (changes: CaseChanges['diagnosis'] = {}): Diagnosis | undefined => caseFacts({ diagnosis: changes }).diagnosis;

describe('scoresAtDiagnosis', () => {
  test.each<[string, Diagnosis | undefined, number | undefined, readonly string[]]>([
    ['an adult in chronic phase', diagnosis(), 18, ['ELTS', 'EUTOS', 'HASFORD', 'SOKAL']],
    ['phase not documented', diagnosis({ phase: undefined }), 51, ['ELTS', 'EUTOS', 'HASFORD', 'SOKAL']],
    ['a child', diagnosis(), 17, []],
    ['accelerated phase', diagnosis({ phase: 'ACCELERATED' }), 51, []],
    ['another tumour', diagnosis({ disease: '8936/3' }), 51, []],
    ['no diagnosis', undefined, undefined, []],
  ])('%s', (_, facts, age, names) => {
    expect(Object.keys(scoresAtDiagnosis(facts, age)).toSorted()).toEqual(names);
  });

  test('a score without its inputs is absent, the others stay', () => {
    const { diagnosis: withoutEosinophils } = caseFacts({ diagnosis: { eosinophilsPct: undefined } });
    expect(Object.keys(scoresAtDiagnosis(withoutEosinophils, 51)).toSorted()).toEqual(['ELTS', 'EUTOS', 'SOKAL']);
  });

  test('value and group, nothing else', () => {
    expect(scoresAtDiagnosis(diagnosis({ basophilsPct: 1, spleenCm: 20 }), 51).EUTOS).toEqual({ value: 87, group: 'LOW' });
  });
});
