import type { FailureSubcategory } from '../../domain';
import type { CaseChanges } from '../../testing/case-facts';
import { hitsOf } from '../../testing/rule-context';
import { absenceHoldsRule, lossHasResponseRule, progressionHasEvidenceRule, toxicityHasEvidenceRule } from './reported-evidence';

const reported = (reportedSubcategory: FailureSubcategory, changes: CaseChanges = {}): CaseChanges => ({
  ...changes,
  failure: { reportedSubcategory },
});
const noResponse = { completeHematologicResponse: false, wbc: 30, metaphasesPhPositive: 20, bcrAbl1IsPct: 80 } as const;
const bestResponse = { metaphasesPhPositive: 0, bcrAbl1IsPct: 0.1 } as const;
const atFailure = { assessedOn: '2003-01-20' } as const;

describe('LOSS_WITHOUT_EARLIER_RESPONSE', () => {
  const losses = ['HEMATOLOGIC_RELAPSE', 'CYTOGENETIC_RELAPSE_OR_PROGRESSION', 'LOSS_OF_MAJOR_MOLECULAR_RESPONSE'] as const;

  test.each(losses)('%s after a response', (loss) => {
    expect(hitsOf(lossHasResponseRule, reported(loss, { assessments: [bestResponse, { ...noResponse, ...atFailure }] }))).toEqual([]);
  });

  test.each(losses)('%s without one', (loss) => {
    expect(hitsOf(lossHasResponseRule, reported(loss, { assessments: [noResponse, { ...noResponse, ...atFailure }] }))).toHaveLength(1);
    expect(hitsOf(lossHasResponseRule, reported(loss, { assessments: [] }))).toHaveLength(1);
  });

  test.each(losses)('%s with a response only on the day of the failure, or before imatinib', (loss) => {
    expect(hitsOf(lossHasResponseRule, reported(loss, { assessments: [{ ...bestResponse, ...atFailure }] }))).toHaveLength(1);
    expect(hitsOf(lossHasResponseRule, reported(loss, { assessments: [{ ...bestResponse, assessedOn: '2002-01-14' }] }))).toHaveLength(1);
  });

  test.each([
    [7, 0],
    [8, 1],
  ])('a major cytogenetic response has 35 %% Ph+ at most: %d of 20', (metaphasesPhPositive, count) => {
    const changes = reported('CYTOGENETIC_RELAPSE_OR_PROGRESSION', { assessments: [{ metaphasesPhPositive }] });
    expect(hitsOf(lossHasResponseRule, changes)).toHaveLength(count);
  });

  test('other failures lose nothing', () => {
    expect(hitsOf(lossHasResponseRule, { assessments: [] })).toEqual([]);
    expect(hitsOf(lossHasResponseRule, { assessments: [], failure: undefined })).toEqual([]);
  });
});

describe('ABSENT_RESPONSE_DOCUMENTED', () => {
  test.each<[FailureSubcategory, CaseChanges['assessments'], number]>([
    ['NO_COMPLETE_HEMATOLOGIC_RESPONSE', [{ completeHematologicResponse: false }], 0],
    ['NO_COMPLETE_HEMATOLOGIC_RESPONSE', [{ completeHematologicResponse: undefined }], 0],
    ['NO_COMPLETE_HEMATOLOGIC_RESPONSE', [{ completeHematologicResponse: true }], 1],
    ['NO_CYTOGENETIC_RESPONSE', [{ metaphasesPhPositive: 20 }], 0],
    ['NO_CYTOGENETIC_RESPONSE', [{ metaphasesPhPositive: 19 }], 1],
    ['NO_MAJOR_CYTOGENETIC_RESPONSE', [{ metaphasesPhPositive: 8 }], 0],
    ['NO_MAJOR_CYTOGENETIC_RESPONSE', [{ metaphasesPhPositive: 7 }], 1],
    ['NO_COMPLETE_CYTOGENETIC_RESPONSE', [{ metaphasesPhPositive: 1 }], 0],
    ['NO_COMPLETE_CYTOGENETIC_RESPONSE', [{ metaphasesPhPositive: 0 }], 1],
    ['NO_COMPLETE_CYTOGENETIC_RESPONSE', [{ metaphasesExamined: 19, metaphasesPhPositive: 0 }], 0],
    ['NO_MOLECULAR_RESPONSE', [{ bcrAbl1IsPct: 0.11 }], 0],
    ['NO_MOLECULAR_RESPONSE', [{ bcrAbl1IsPct: 0.1 }], 1],
    ['NO_CYTOGENETIC_RESPONSE', [{ metaphasesPhPositive: 0, assessedOn: '2003-01-21' }], 0],
    ['HEMATOLOGIC_RELAPSE', [{ completeHematologicResponse: true }], 0],
  ])('%s with %j', (subcategory, assessments, count) => {
    expect(hitsOf(absenceHoldsRule, reported(subcategory, assessments && { assessments }))).toHaveLength(count);
  });

  test('names the assessment that shows the response', () => {
    const [hit] = hitsOf(absenceHoldsRule, reported('NO_CYTOGENETIC_RESPONSE'));
    expect(hit?.message).toBe(
      'reported_subcategory is NO_CYTOGENETIC_RESPONSE, but the assessment of 2002-04-15 shows a cytogenetic response; correct whichever is wrong.',
    );
  });
});

describe('PROGRESSION_WITHOUT_EVIDENCE', () => {
  test.each<[string, CaseChanges['assessments'], number]>([
    ['accelerated at the failure', [{ ...atFailure, phase: 'ACCELERATED' }], 0],
    ['blast phase before', [{ phase: 'BLAST' }], 0],
    ['blast phase after', [{ assessedOn: '2003-01-21', phase: 'BLAST' }], 1],
    ['chronic phase throughout', [{}], 1],
    ['nothing assessed', [], 1],
  ])('%s', (_, assessments, count) => {
    const changes = reported('PROGRESSION_TO_ADVANCED_PHASE', assessments && { assessments });
    expect(hitsOf(progressionHasEvidenceRule, changes)).toHaveLength(count);
  });

  test('other failures need none', () => {
    expect(hitsOf(progressionHasEvidenceRule)).toEqual([]);
  });
});

describe('TOXICITY_WITHOUT_EVIDENCE', () => {
  const event: CaseChanges = { adverseEvents: [{}] };
  test.each<[string, CaseChanges, number]>([
    ['an event that stopped imatinib', event, 0],
    ['no event', {}, 1],
    ['an event without consequence', { adverseEvents: [{ action: 'NONE' }] }, 1],
    ['an event of another drug', { adverseEvents: [{ drug: 'OTHER' }] }, 1],
    ['an event of a drug not named', { adverseEvents: [{ drug: undefined }] }, 0],
    ['imatinib goes on', { ...event, treatments: [{}] }, 1],
    ['an event after the stop', { adverseEvents: [{ onsetOn: '2003-01-21' }] }, 1],
  ])('%s', (_, changes, count) => {
    expect(hitsOf(toxicityHasEvidenceRule, reported('TOXICITY', changes))).toHaveLength(count);
    expect(hitsOf(toxicityHasEvidenceRule, reported('TOXICITY_WITH_UNSATISFACTORY_RESPONSE', changes))).toHaveLength(count);
    expect(hitsOf(toxicityHasEvidenceRule, changes)).toEqual([]);
  });
});
