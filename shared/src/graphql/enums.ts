import { registerEnumType } from 'type-graphql';
import { elnEditions, elnResponseClasses } from '../clinical';
import {
  adverseEventActions,
  bestResponses,
  deathCauses,
  failureCategories,
  failureSubcategories,
  genes,
  imatinibLines,
  molecularResponses,
  mutationMethods,
  phases,
  queryStates,
  recordStatuses,
  remissionCriteria,
  riskGroups,
  riskScoreNames,
  severities,
  sexes,
  stopReasons,
  therapeuticDecisions,
  vitalStatuses,
} from '../domain';

type EnumOf<V extends string> = { readonly [value in V]: value };

/**
 * Makes a closed vocabulary known to the schema under this name. The vocabulary stays the one list of the values; what is
 * returned stands for the enum in a field's type: `@Field(() => SexEnum)`.
 */
export function graphqlEnum<V extends string>(name: string, values: readonly V[], description?: string): EnumOf<V> {
  const enumeration = Object.fromEntries(values.map((value) => [value, value])) as EnumOf<V>;
  registerEnumType(enumeration, { name, ...(description === undefined ? {} : { description }) });
  return enumeration;
}

export const SexEnum = graphqlEnum('Sex', sexes);
export const VitalStatusEnum = graphqlEnum('VitalStatus', vitalStatuses);
export const DeathCauseEnum = graphqlEnum('DeathCause', deathCauses);
export const RecordStatusEnum = graphqlEnum('RecordStatus', recordStatuses);
export const PhaseEnum = graphqlEnum('Phase', phases);
export const StopReasonEnum = graphqlEnum('StopReason', stopReasons);
export const BestResponseEnum = graphqlEnum('BestResponse', bestResponses, 'RECIST-like best response of tumours other than CML.');
export const GeneEnum = graphqlEnum('Gene', genes, 'Genes whose mutations the registries hold.');
export const MutationMethodEnum = graphqlEnum('MutationMethod', mutationMethods);
export const AdverseEventActionEnum = graphqlEnum('AdverseEventAction', adverseEventActions);
export const ImatinibLineEnum = graphqlEnum(
  'ImatinibLine',
  imatinibLines,
  'First line: nothing but hydroxycarbamide or anagrelide was given before the first imatinib.',
);
export const FailureCategoryEnum = graphqlEnum('FailureCategory', failureCategories);
export const FailureSubcategoryEnum = graphqlEnum(
  'FailureSubcategory',
  failureSubcategories,
  'The first eight are the leaves printed in 2006; the last four came with later editions of the criteria.',
);
export const TherapeuticDecisionEnum = graphqlEnum('TherapeuticDecision', therapeuticDecisions);
export const RiskScoreNameEnum = graphqlEnum('RiskScoreName', riskScoreNames);
export const RiskGroupEnum = graphqlEnum('RiskGroup', riskGroups);
export const MolecularResponseEnum = graphqlEnum(
  'MolecularResponse',
  molecularResponses,
  'Shallowest first: more than 1 % IS, at most 1 %, 0.1 %, 0.01 %, 0.0032 % and 0.001 %; from MR4 on with the control-gene copies that it takes.',
);
export const RemissionCriteriaEnum = graphqlEnum(
  'RemissionCriteria',
  remissionCriteria,
  "The European LeukemiaNet's criteria of 2020 for stopping an inhibitor in remission.",
);
export const QuerySeverityEnum = graphqlEnum('QuerySeverity', severities);
export const QueryStateEnum = graphqlEnum('QueryState', queryStates);
export const ElnEditionEnum = graphqlEnum('ElnEdition', elnEditions);
export const ElnResponseEnum = graphqlEnum('ElnResponse', [...elnResponseClasses.toReversed(), 'NOT_EVALUABLE']);
