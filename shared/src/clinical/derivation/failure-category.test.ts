import { type FailureCategory, type FailureSubcategory, failureSubcategories } from '../../domain';
import { failureCategoryOf } from './failure-category';

const printed: Readonly<Record<FailureCategory, readonly FailureSubcategory[]>> = {
  NO_OR_UNSATISFACTORY_RESPONSE: [
    'NO_COMPLETE_HEMATOLOGIC_RESPONSE',
    'NO_CYTOGENETIC_RESPONSE',
    'NO_MAJOR_CYTOGENETIC_RESPONSE',
    'NO_COMPLETE_CYTOGENETIC_RESPONSE',
    'NO_MOLECULAR_RESPONSE',
    'RESISTANCE_MUTATION_OR_CLONAL_EVOLUTION',
  ],
  LOSS_OF_RESPONSE: [
    'HEMATOLOGIC_RELAPSE',
    'CYTOGENETIC_RELAPSE_OR_PROGRESSION',
    'PROGRESSION_TO_ADVANCED_PHASE',
    'LOSS_OF_MAJOR_MOLECULAR_RESPONSE',
  ],
  TOXICITY: ['TOXICITY'],
  TOXICITY_WITH_UNSATISFACTORY_RESPONSE: ['TOXICITY_WITH_UNSATISFACTORY_RESPONSE'],
};

test.each(Object.entries(printed))('%s', (category, leaves) => {
  expect(failureSubcategories.filter((leaf) => failureCategoryOf(leaf) === category).toSorted()).toEqual(leaves.toSorted());
});
