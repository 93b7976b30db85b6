/** Closed vocabularies of the registry (contract of the bundle and of the API): the one place that lists their values. */

export const sexes = ['F', 'M', 'OTHER', 'UNKNOWN'] as const;
export type Sex = (typeof sexes)[number];

export const vitalStatuses = ['ALIVE', 'DEAD', 'LOST'] as const;
export type VitalStatus = (typeof vitalStatuses)[number];

export const deathCauses = ['CML', 'TRANSPLANT', 'OTHER', 'UNKNOWN'] as const;
export type DeathCause = (typeof deathCauses)[number];

export const recordStatuses = ['NOTIFIED', 'IN_REVIEW', 'VALIDATED', 'LOCKED'] as const;
export type RecordStatus = (typeof recordStatuses)[number];

export const phases = ['CHRONIC', 'ACCELERATED', 'BLAST'] as const;
export type Phase = (typeof phases)[number];

export const drugs = [
  'IMATINIB',
  'DASATINIB',
  'NILOTINIB',
  'BOSUTINIB',
  'PONATINIB',
  'ASCIMINIB',
  'INTERFERON_ALFA',
  'HYDROXYCARBAMIDE',
  'CYTARABINE',
  'BUSULFAN',
  'ANAGRELIDE',
  'ALLOGENEIC_TRANSPLANT',
  'OTHER',
] as const;
export type Drug = (typeof drugs)[number];

export const stopReasons = [
  'RESISTANCE',
  'INTOLERANCE',
  'TREATMENT_FREE_REMISSION',
  'TRANSPLANT',
  'PREGNANCY',
  'PATIENT_WISH',
  'DEATH',
  'OTHER',
] as const;
export type StopReason = (typeof stopReasons)[number];

/** RECIST-like best response of tumours other than CML. */
export const bestResponses = ['CR', 'PR', 'SD', 'PD', 'NE'] as const;
export type BestResponse = (typeof bestResponses)[number];

/** Genes whose mutations the registry holds. */
export const genes = ['ABL1', 'KIT', 'PDGFRA', 'PDGFRB'] as const;
export type Gene = (typeof genes)[number];

export const mutationMethods = ['SANGER', 'NGS', 'ASO_PCR', 'OTHER'] as const;
export type MutationMethod = (typeof mutationMethods)[number];

export const adverseEventActions = ['NONE', 'REDUCED', 'INTERRUPTED', 'DISCONTINUED'] as const;
export type AdverseEventAction = (typeof adverseEventActions)[number];

export const imatinibLines = ['FIRST_LINE', 'NOT_FIRST_LINE'] as const;
export type ImatinibLine = (typeof imatinibLines)[number];

export const failureCategories = [
  'NO_OR_UNSATISFACTORY_RESPONSE',
  'LOSS_OF_RESPONSE',
  'TOXICITY',
  'TOXICITY_WITH_UNSATISFACTORY_RESPONSE',
] as const;
export type FailureCategory = (typeof failureCategories)[number];

/** The first eight are the leaves printed in 2006; the last four came with later editions of the criteria. */
export const failureSubcategories = [
  'NO_COMPLETE_HEMATOLOGIC_RESPONSE',
  'NO_CYTOGENETIC_RESPONSE',
  'NO_MAJOR_CYTOGENETIC_RESPONSE',
  'HEMATOLOGIC_RELAPSE',
  'CYTOGENETIC_RELAPSE_OR_PROGRESSION',
  'PROGRESSION_TO_ADVANCED_PHASE',
  'TOXICITY',
  'TOXICITY_WITH_UNSATISFACTORY_RESPONSE',
  'NO_COMPLETE_CYTOGENETIC_RESPONSE',
  'NO_MOLECULAR_RESPONSE',
  'RESISTANCE_MUTATION_OR_CLONAL_EVOLUTION',
  'LOSS_OF_MAJOR_MOLECULAR_RESPONSE',
] as const;
export type FailureSubcategory = (typeof failureSubcategories)[number];

export const therapeuticDecisions = [
  'DASATINIB',
  'NILOTINIB',
  'BOSUTINIB',
  'PONATINIB',
  'ASCIMINIB',
  'IMATINIB_DOSE_INCREASE',
  'ALLOGENEIC_TRANSPLANT',
  'HYDROXYCARBAMIDE',
  'INTERFERON',
  'CHEMOTHERAPY',
  'TRIAL_DRUG',
  'OTHER',
  'NONE',
] as const;
export type TherapeuticDecision = (typeof therapeuticDecisions)[number];

export const riskScoreNames = ['SOKAL', 'HASFORD', 'EUTOS', 'ELTS'] as const;
export type RiskScoreName = (typeof riskScoreNames)[number];

export const riskGroups = ['LOW', 'INTERMEDIATE', 'HIGH'] as const;
export type RiskGroup = (typeof riskGroups)[number];

/** The editions of the European LeukemiaNet's recommendations, oldest first. */
export const elnEditions = ['ELN_2006', 'ELN_2009', 'ELN_2013', 'ELN_2020', 'ELN_2025_PROVISIONAL'] as const;
export type ElnEdition = (typeof elnEditions)[number];

export const elnClasses = ['OPTIMAL', 'WARNING', 'SUBOPTIMAL', 'FAILURE', 'NOT_EVALUABLE'] as const;
export type ElnResponse = (typeof elnClasses)[number];

/** Shallowest first; NONE is more than 1 % IS. */
export const molecularResponses = ['NONE', 'MR2', 'MMR', 'MR4', 'MR4_5', 'MR5'] as const;
export type MolecularResponse = (typeof molecularResponses)[number];

/** What of the European LeukemiaNet's criteria of 2020 was fulfilled when an inhibitor was stopped in remission. */
export const remissionCriteria = ['OPTIMAL', 'MINIMAL', 'NOT_MET'] as const;
export type RemissionCriteria = (typeof remissionCriteria)[number];

export const severities = ['HARD', 'SOFT', 'INFORMATION'] as const;
export type Severity = (typeof severities)[number];

export const queryStates = ['OPEN', 'ANSWERED', 'CLOSED'] as const;
export type QueryState = (typeof queryStates)[number];
