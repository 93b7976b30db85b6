import {
  incidenceEvents,
  measures,
  missingReasons,
  registries,
  registryNames,
  survivalEndpoints,
  timeOrigins,
  variables,
} from '../../statistics';
import { graphqlEnum } from '../enums';

export const RegistryNameEnum = graphqlEnum(
  'RegistryName',
  registryNames,
  registries.map(({ name, description }) => `${name}: ${description}`).join(' '),
);
export const VariableEnum = graphqlEnum(
  'Variable',
  variables,
  'DISEASE: ICD-O-3 morphology, as in diseaseCatalogue; DISEASE_GROUP: where it arises. MUTATION: bare variants are of ABL1, those of other genes bear their name; NONE is an analysis that found no mutation. Of MUTATION and ADVERSE_EVENT a patient is counted once for each value: rows may add up to more than the cohort.',
);
export const MeasureEnum = graphqlEnum('Measure', measures);
export const MissingReasonEnum = graphqlEnum(
  'MissingReason',
  missingReasons,
  'NOT_FROZEN: the registry has no freeze with the label that was asked for.',
);
export const SurvivalEndpointEnum = graphqlEnum(
  'SurvivalEndpoint',
  survivalEndpoints,
  'OVERALL: death of any cause. PROGRESSION_FREE: accelerated or blast phase, or death. FAILURE_FREE: notified failure, or death. TREATMENT_FREE_SURVIVAL, only from TREATMENT_FREE_REMISSION_START and followed until the last BCR::ABL1: loss of major molecular response (more than 0.1 % IS), restart of an inhibitor, or death.',
);
export const TimeOriginEnum = graphqlEnum(
  'TimeOrigin',
  timeOrigins,
  'FAILURE: of imatinib, as notified. TKI_START: of the first tyrosine kinase inhibitor. TKI_DISCONTINUATION: the first stop of inhibitors that was no switch to another. TREATMENT_FREE_REMISSION_START: the first such stop for treatment-free remission. IMATINIB_START: of the first imatinib.',
);
export const IncidenceEventEnum = graphqlEnum(
  'IncidenceEvent',
  incidenceEvents,
  'Competing with FAILURE: death. With PROGRESSION: death without it. With COMPLETE_CYTOGENETIC_RESPONSE (first documented 0 % Ph+ metaphases) and MAJOR_MOLECULAR_RESPONSE (first BCR::ABL1 of at most 0.1 % IS): death, progression, failure. With CML_DEATH: death of another cause, or of one that is not known. With TKI_DISCONTINUATION, TREATMENT_FREE_REMISSION and LOSS_OF_TREATMENT_FREE_REMISSION (loss of major molecular response, or restart of an inhibitor; followed until the last BCR::ABL1): death.',
);
