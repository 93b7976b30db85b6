import type { FailureCategory, FailureSubcategory } from '../../domain';

/**
 * The category each leaf counts in. The first eight as printed in Blood 2006;108(11), abstract 4764; the leaves of later
 * editions join the category whose wording covers them (project convention).
 */
const categories: Readonly<Record<FailureSubcategory, FailureCategory>> = {
  NO_COMPLETE_HEMATOLOGIC_RESPONSE: 'NO_OR_UNSATISFACTORY_RESPONSE',
  NO_CYTOGENETIC_RESPONSE: 'NO_OR_UNSATISFACTORY_RESPONSE',
  NO_MAJOR_CYTOGENETIC_RESPONSE: 'NO_OR_UNSATISFACTORY_RESPONSE',
  HEMATOLOGIC_RELAPSE: 'LOSS_OF_RESPONSE',
  CYTOGENETIC_RELAPSE_OR_PROGRESSION: 'LOSS_OF_RESPONSE',
  PROGRESSION_TO_ADVANCED_PHASE: 'LOSS_OF_RESPONSE',
  TOXICITY: 'TOXICITY',
  TOXICITY_WITH_UNSATISFACTORY_RESPONSE: 'TOXICITY_WITH_UNSATISFACTORY_RESPONSE',
  NO_COMPLETE_CYTOGENETIC_RESPONSE: 'NO_OR_UNSATISFACTORY_RESPONSE',
  NO_MOLECULAR_RESPONSE: 'NO_OR_UNSATISFACTORY_RESPONSE',
  RESISTANCE_MUTATION_OR_CLONAL_EVOLUTION: 'NO_OR_UNSATISFACTORY_RESPONSE',
  LOSS_OF_MAJOR_MOLECULAR_RESPONSE: 'LOSS_OF_RESPONSE',
};

/** The category of a subcategory of imatinib failure. */
export function failureCategoryOf(subcategory: FailureSubcategory): FailureCategory {
  return categories[subcategory];
}
