import type { CalendarDate, FailureSubcategory } from '../../domain';
import { hitsOf } from '../../testing/rule-context';
import { adequateDoseRule, earlyFailureRule, enoughExposureRule } from './exposure';

describe('INADEQUATE_EXPOSURE, imatinib from 2002-01-15', () => {
  test.each<[FailureSubcategory, CalendarDate, number]>([
    ['NO_CYTOGENETIC_RESPONSE', '2002-07-14', 1],
    ['NO_CYTOGENETIC_RESPONSE', '2002-07-15', 0],
    ['NO_MAJOR_CYTOGENETIC_RESPONSE', '2003-01-14', 1],
    ['NO_MAJOR_CYTOGENETIC_RESPONSE', '2003-01-15', 0],
    ['NO_COMPLETE_CYTOGENETIC_RESPONSE', '2003-07-14', 1],
    ['NO_COMPLETE_CYTOGENETIC_RESPONSE', '2003-07-15', 0],
    ['PROGRESSION_TO_ADVANCED_PHASE', '2002-01-16', 0],
  ])('%s on %s', (reportedSubcategory, failedOn, count) => {
    expect(hitsOf(enoughExposureRule, { failure: { reportedSubcategory, failedOn } })).toHaveLength(count);
  });
});

describe('EARLY_FAILURE, imatinib from 2002-01-15', () => {
  test.each<[FailureSubcategory, CalendarDate, number]>([
    ['HEMATOLOGIC_RELAPSE', '2002-02-13', 1],
    ['HEMATOLOGIC_RELAPSE', '2002-02-14', 0],
    ['TOXICITY', '2002-01-20', 0],
    ['PROGRESSION_TO_ADVANCED_PHASE', '2002-01-20', 0],
    ['TOXICITY_WITH_UNSATISFACTORY_RESPONSE', '2002-01-20', 1],
  ])('%s on %s', (reportedSubcategory, failedOn, count) => {
    expect(hitsOf(earlyFailureRule, { failure: { reportedSubcategory, failedOn } })).toHaveLength(count);
  });
});

describe('LOW_DOSE_AT_FAILURE', () => {
  test.each<[FailureSubcategory, number, number]>([
    ['NO_CYTOGENETIC_RESPONSE', 299, 1],
    ['NO_CYTOGENETIC_RESPONSE', 300, 0],
    ['NO_MOLECULAR_RESPONSE', 200, 1],
    ['TOXICITY', 200, 0],
    ['CYTOGENETIC_RELAPSE_OR_PROGRESSION', 200, 0],
  ])('%s at %d mg', (reportedSubcategory, mgPerDay, count) => {
    expect(hitsOf(adequateDoseRule, { failure: { reportedSubcategory }, doses: [{ mgPerDay }] })).toHaveLength(count);
  });

  test('a dose that is not documented is not low', () => {
    expect(hitsOf(adequateDoseRule, { doses: [] })).toEqual([]);
  });
});

test.each([enoughExposureRule, earlyFailureRule, adequateDoseRule])('$id asks nothing without a failure or without imatinib', (rule) => {
  expect(hitsOf(rule, { failure: undefined })).toEqual([]);
  expect(hitsOf(rule, { treatments: [] })).toEqual([]);
});
