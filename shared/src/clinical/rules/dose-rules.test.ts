import { hitsOf } from '../../testing/rule-context';
import { doseHasTreatmentRule, doseWithinTreatmentRule, possibleImatinibDoseRule, usualImatinibDoseRule } from './dose-rules';

describe('IMATINIB_DOSE_RANGE and UNUSUAL_IMATINIB_DOSE', () => {
  test.each([
    [49.9, 1, 0],
    [50, 0, 1],
    [300, 0, 0],
    [350, 0, 1],
    [400, 0, 0],
    [500, 0, 0],
    [600, 0, 0],
    [800, 0, 0],
    [1200, 0, 1],
    [1200.1, 1, 0],
  ])('%d mg a day', (mgPerDay, impossible, unusual) => {
    expect(hitsOf(possibleImatinibDoseRule, { doses: [{ mgPerDay }] })).toHaveLength(impossible);
    expect(hitsOf(usualImatinibDoseRule, { doses: [{ mgPerDay }] })).toHaveLength(unusual);
  });

  test('another drug has other doses', () => {
    const changes = { treatments: [{ drug: 'PONATINIB', startedOn: '2010-01-15' }], doses: [{ mgPerDay: 15 }] } as const;
    expect(hitsOf(possibleImatinibDoseRule, changes)).toEqual([]);
    expect(hitsOf(usualImatinibDoseRule, changes)).toEqual([]);
  });
});

test('DOSE_WITHOUT_TREATMENT', () => {
  expect(hitsOf(doseHasTreatmentRule)).toEqual([]);
  expect(hitsOf(doseHasTreatmentRule, { doses: [{}, { line: 2 }] })).toEqual([
    {
      at: 'dose.line',
      key: ['FR-001-0001', '2', '2002-01-15'],
      message: 'line 2 has a dose but is no treatment line of this patient; give the line of a documented treatment.',
    },
  ]);
});

describe('DOSE_OUTSIDE_TREATMENT', () => {
  test.each([
    ['2002-01-14', 1],
    ['2002-01-15', 0],
    ['2003-01-20', 0],
    ['2003-01-21', 1],
  ] as const)('from %s', (fromOn, count) => {
    expect(hitsOf(doseWithinTreatmentRule, { doses: [{ fromOn }] })).toHaveLength(count);
  });

  test('a line that goes on has no end; a dose of no line is another fault', () => {
    expect(hitsOf(doseWithinTreatmentRule, { treatments: [{}], doses: [{ fromOn: '2005-01-01' }] })).toEqual([]);
    expect(hitsOf(doseWithinTreatmentRule, { doses: [{ line: 7, fromOn: '1990-01-01' }] })).toEqual([]);
  });
});
