import type { Assessment, Diagnosis } from '../../domain';
import { caseFacts } from '../../testing/case-facts';
import { hitsOf } from '../../testing/rule-context';
import { softRangeFindings, softRangeRule } from './soft-range';

describe('OUTSIDE_SOFT_RANGE', () => {
  test.each<[keyof Diagnosis, number, number]>([
    ['wbc', 4.9, 1],
    ['wbc', 5, 0],
    ['wbc', 600, 0],
    ['wbc', 600.1, 1],
    ['hemoglobin', 49, 1],
    ['hemoglobin', 190, 0],
    ['platelets', 19, 1],
    ['platelets', 3001, 1],
    ['spleenCm', 0, 0],
    ['spleenCm', 26, 1],
    ['eosinophilsPct', 31, 1],
    ['blastsPct', 100, 0],
  ])('diagnosis %s %d', (field, value, count) => {
    expect(hitsOf(softRangeRule, { diagnosis: { [field]: value } })).toHaveLength(count);
  });

  test.each<[keyof Assessment, number, number]>([
    ['wbc', 0.9, 1],
    ['wbc', 1, 0],
    ['bcrAbl1IsPct', 100, 0],
    ['bcrAbl1IsPct', 100.1, 1],
    ['abl1Copies', 9999, 1],
    ['abl1Copies', 10_000, 0],
  ])('assessment %s %d', (field, value, count) => {
    expect(hitsOf(softRangeRule, { assessments: [{ [field]: value }] })).toHaveLength(count);
  });

  test('of one record', () => {
    const { diagnosis } = caseFacts({ diagnosis: { wbc: 650 } });
    expect(diagnosis && softRangeFindings('diagnosis', diagnosis)).toEqual([
      {
        rule: 'OUTSIDE_SOFT_RANGE',
        severity: 'SOFT',
        at: { kind: 'diagnosis', key: ['FR-001-0001'], field: 'wbc' },
        message: 'wbc is 650; usual is 5 to 600 10*9/L: check the value and its unit.',
      },
    ]);
  });
});
