import type { Assessment } from '../../domain';
import {
  completeHematologicResponseCriterion,
  cytogeneticResponseOf,
  hasCompleteHematologicResponse,
  hasHematologicResponse,
  isMajorCytogeneticResponse,
  logReduction,
  molecularResponseOf,
  phPositivePct,
} from '.';

const assessment = (fields: Partial<Assessment>): Assessment => ({ patientCode: 'FR-001-0001', assessedOn: '2002-06-01', ...fields });

describe('complete haematological response', () => {
  const complete = { wbc: 9.9, platelets: 449, immatureGranulocytes: false, basophilsPct: 4.9, spleenCm: 0 };

  it('needs all its parts', () => {
    expect(completeHematologicResponseCriterion.holds(complete)).toBe(true);
  });

  it.each([{ wbc: 10 }, { platelets: 450 }, { immatureGranulocytes: true }, { basophilsPct: 5 }, { spleenCm: 1 }])(
    'is not with %j',
    (violated) => {
      expect(completeHematologicResponseCriterion.holds({ ...complete, ...violated })).toBe(false);
    },
  );

  it('is undecided while a part is missing, but ruled out by one violated part', () => {
    expect(completeHematologicResponseCriterion.holds({ ...complete, spleenCm: undefined })).toBeUndefined();
    expect(completeHematologicResponseCriterion.holds({ wbc: 30 })).toBe(false);
  });

  it('is read from an assessment as documented, else ruled out by its counts, never in by them', () => {
    expect(hasCompleteHematologicResponse(assessment({ completeHematologicResponse: true, wbc: 12 }))).toBe(true);
    expect(hasCompleteHematologicResponse(assessment({ platelets: 500 }))).toBe(false);
    expect(hasCompleteHematologicResponse(assessment({ wbc: 5, platelets: 200 }))).toBeUndefined();
  });
});

describe('haematological response', () => {
  const without = (wbc?: number) => assessment({ completeHematologicResponse: false, ...(wbc !== undefined && { wbc }) });

  it.each([
    ['a complete one', assessment({ completeHematologicResponse: true }), 100, true],
    ['white cells not below those before imatinib', without(100), 100, false],
    ['fewer white cells', without(60), 100, undefined],
    ['no count', without(), 100, undefined],
    ['no count before imatinib', without(60), undefined, undefined],
    ['nothing documented', assessment({}), 100, undefined],
  ])('with %s', (_name, seen, before, expected) => {
    expect(hasHematologicResponse(seen, before)).toBe(expected);
  });
});

describe('cytogenetic response', () => {
  it.each([
    [0, 'COMPLETE'],
    [0.5, 'PARTIAL'],
    [35, 'PARTIAL'],
    [35.1, 'MINOR'],
    [65, 'MINOR'],
    [65.1, 'MINIMAL'],
    [95, 'MINIMAL'],
    [95.1, 'NONE'],
    [100, 'NONE'],
  ])('with %d %% Ph+ is %s', (phPositive, response) => {
    expect(cytogeneticResponseOf(phPositive)).toBe(response);
  });

  it('is major up to 35 %', () => {
    expect([35, 35.1].map(isMajorCytogeneticResponse)).toEqual([true, false]);
  });

  it('is evaluable from 20 metaphases on, unrounded', () => {
    expect(phPositivePct(assessment({ metaphasesExamined: 20, metaphasesPhPositive: 7 }))).toBe(35);
    expect(phPositivePct(assessment({ metaphasesExamined: 30, metaphasesPhPositive: 1 }))).toBeCloseTo(3.3333, 4);
    expect(phPositivePct(assessment({ metaphasesExamined: 19, metaphasesPhPositive: 0 }))).toBeUndefined();
    expect(phPositivePct(assessment({ metaphasesExamined: 20 }))).toBeUndefined();
  });
});

describe('molecular response', () => {
  it.each([
    [1.01, 100_000, 'NONE'],
    [1, 100_000, 'MR2'],
    [0.11, 100_000, 'MR2'],
    [0.1, 100_000, 'MMR'],
    [0.01, 10_000, 'MR4'],
    [0.01, 9_999, 'MMR'],
    [0.0032, 32_000, 'MR4_5'],
    [0.0032, 31_999, 'MR4'],
    [0.001, 100_000, 'MR5'],
    [0, 100_000, 'MR5'],
    [0, 99_999, 'MR4_5'],
    [0, undefined, 'MMR'],
    [0.05, undefined, 'MMR'],
  ])('at %d %% IS with %p copies is %s', (isPct, copies, response) => {
    expect(molecularResponseOf(isPct, copies)).toBe(response);
  });

  it('has a log reduction, by which MR4.5 must not be tested', () => {
    expect(logReduction(0.011)).toBeCloseTo(3.9586, 4);
    expect(logReduction(0.0032)).toBeCloseTo(4.4949, 4);
    expect(logReduction(0)).toBeUndefined();
    expect(molecularResponseOf(0.0032, 50_000)).toBe('MR4_5');
  });
});
