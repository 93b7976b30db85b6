import {
  adverseEventTerms,
  canonicalAdverseEventTerm,
  diseaseCatalogue,
  diseaseEntry,
  diseaseGroups,
  geneOfVariant,
  kinaseDomainCatalogue,
  kinaseInhibitors,
  noMutationOf,
  receptorKinaseCatalogue,
  variantName,
} from '../clinical';
import {
  type BestResponse,
  bestResponses,
  type DerivedCase,
  failureCategories,
  failureSubcategories,
  type Gene,
  genes,
  imatinibLines,
  molecularResponses,
  phases,
  type RiskScoreName,
  recordStatuses,
  remissionCriteria,
  riskGroups,
  sexes,
  stopReasons,
  therapeuticDecisions,
  vitalStatuses,
} from '../domain';
import type { DeclaredVariable } from './declared';

/** Stands for every value outside an open vocabulary's catalogue. */
export const OTHER_VALUE = 'OTHER';

/** Breakpoint cluster transcripts that laboratories report; both common ones at once is a value of its own. */
const transcripts = ['e13a2', 'e14a2', 'e13a2+e14a2', 'e1a2', 'e19a2', 'e6a2', 'e13a3', 'e14a3', 'e1a3', OTHER_VALUE];

const FIRST_YEAR = 1950;
const LAST_YEAR = 2100;
const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => String(FIRST_YEAR + index));

const AGE_GROUP_YEARS = 10;
const OLDEST_GROUP_FROM = 90;
const ageGroups = [
  ...Array.from({ length: OLDEST_GROUP_FROM / AGE_GROUP_YEARS }, (_, index) => `${index * AGE_GROUP_YEARS}-${index * AGE_GROUP_YEARS + 9}`),
  `${OLDEST_GROUP_FROM}+`,
];

/** ICD-O-3 morphologies that a cohort is told apart by. */
const diseases = [...diseaseCatalogue.map(({ code }) => code), OTHER_VALUE];

/** Of a tumour other than CML that was treated: a response that nobody documented is none. */
const NOT_DOCUMENTED = 'NOT_DOCUMENTED';
export const tumorResponses: readonly (BestResponse | typeof NOT_DOCUMENTED)[] = [...bestResponses, NOT_DOCUMENTED];

/** A gene's variants outside the catalogue. */
const otherVariantOf = (gene: Gene): string => variantName(gene, OTHER_VALUE);
const variants = [
  ...kinaseDomainCatalogue.map(({ variant }) => variant),
  OTHER_VALUE,
  ...receptorKinaseCatalogue.map(({ variant }) => variant),
  ...genes.filter((gene) => gene !== 'ABL1').map(otherVariantOf),
  ...genes.map(noMutationOf),
];
const withinVariants = (variant: string): string => (variants.includes(variant) ? variant : otherVariantOf(geneOfVariant(variant)));
const events = [...adverseEventTerms.map(({ term }) => term), OTHER_VALUE];

/** Who had more lines of inhibitors is among those of the last. */
const lineCounts = ['1', '2', '3', '4', '5+'];
/** A line that ends with death is not discontinued. */
const discontinuationReasons = stopReasons.filter((reason) => reason !== 'DEATH');

interface SingleValued {
  readonly multiValued: false;
  /** Every value there is, in the order of a table's rows: a vector's layout follows from it. */
  readonly values: readonly string[];
  /** The patient's value; undefined when it is not known. */
  readonly read: (patient: DerivedCase) => string | undefined;
}

interface MultiValued {
  readonly multiValued: true;
  readonly values: readonly string[];
  /** Every value the patient has; none is an answer too. */
  readonly read: (patient: DerivedCase) => readonly string[];
}

export type VariableDefinition = SingleValued | MultiValued;

const single = (values: readonly string[], read: SingleValued['read']): SingleValued => ({ multiValued: false, values, read });
const multi = (values: readonly string[], read: MultiValued['read']): MultiValued => ({ multiValued: true, values, read });

const within =
  (values: readonly string[]) =>
  (value: string): string =>
    values.includes(value) ? value : OTHER_VALUE;

const scoreGroup = (score: RiskScoreName): SingleValued => single(riskGroups, (patient) => patient.scores[score]?.group);

/** Who is known to have been treated for a tumour other than CML: study participation is unknown only while no line is documented. */
const isTreatedTumor = ({ cml, disease, everInProspectiveStudy }: DerivedCase): boolean =>
  !cml && disease !== undefined && everInProspectiveStudy !== undefined;

/** The categorical variables of a cohort. COUNTRY is not among them: its values are the countries that answer. */
export const variableDefinitions = {
  SEX: single(sexes, ({ sex }) => sex),
  AGE_GROUP_AT_DIAGNOSIS: single(ageGroups, ({ ageAtDiagnosis: age }) =>
    age === undefined ? undefined : ageGroups[Math.floor(Math.min(age, OLDEST_GROUP_FROM) / AGE_GROUP_YEARS)],
  ),
  DIAGNOSIS_YEAR: single(years, ({ diagnosedOn }) => diagnosedOn?.slice(0, 4)),
  IMATINIB_LINE: single(imatinibLines, ({ imatinibLine }) => imatinibLine),
  EVER_IN_PROSPECTIVE_STUDY: single(['true', 'false'], ({ everInProspectiveStudy: ever }) =>
    ever === undefined ? undefined : String(ever),
  ),
  FAILURE_CATEGORY: single(failureCategories, ({ reportedCategory }) => reportedCategory),
  FAILURE_SUBCATEGORY: single(failureSubcategories, ({ reportedSubcategory }) => reportedSubcategory),
  DERIVED_FAILURE_SUBCATEGORY: single(failureSubcategories, ({ derivedSubcategory }) => derivedSubcategory),
  THERAPEUTIC_DECISION: single(therapeuticDecisions, ({ decision }) => decision),
  VITAL_STATUS: single(vitalStatuses, ({ vitalStatus }) => vitalStatus),
  PHASE_AT_DIAGNOSIS: single(phases, ({ phaseAtDiagnosis }) => phaseAtDiagnosis),
  PHASE_AT_FAILURE: single(phases, ({ phaseAtFailure }) => phaseAtFailure),
  SOKAL_GROUP: scoreGroup('SOKAL'),
  HASFORD_GROUP: scoreGroup('HASFORD'),
  EUTOS_GROUP: scoreGroup('EUTOS'),
  ELTS_GROUP: scoreGroup('ELTS'),
  TRANSCRIPT: single(transcripts, ({ transcript }) => (transcript === undefined ? undefined : within(transcripts)(transcript))),
  RECORD_STATUS: single(recordStatuses, ({ recordStatus }) => recordStatus),
  DISEASE: single(diseases, ({ disease }) => (disease === undefined ? undefined : within(diseases)(disease))),
  DISEASE_GROUP: single([...diseaseGroups, OTHER_VALUE], ({ disease }) =>
    disease === undefined ? undefined : (diseaseEntry(disease)?.group ?? OTHER_VALUE),
  ),
  BEST_RESPONSE: single(bestResponses, ({ bestResponse }) => bestResponse),
  TUMOR_RESPONSE: single(tumorResponses, (patient) => patient.bestResponse ?? (isTreatedTumor(patient) ? NOT_DOCUMENTED : undefined)),
  FIRST_TKI: single(kinaseInhibitors, ({ firstTki }) => firstTki),
  TKI_LINES: single(lineCounts, ({ tkiLines }) =>
    tkiLines === undefined ? undefined : lineCounts[Math.min(tkiLines, lineCounts.length) - 1],
  ),
  TKI_DISCONTINUATION_REASON: single(discontinuationReasons, ({ tkiDiscontinuationReason }) => tkiDiscontinuationReason),
  DEEPEST_MOLECULAR_RESPONSE: single(molecularResponses, ({ deepestMolecularResponse }) => deepestMolecularResponse),
  TREATMENT_FREE_REMISSION_ATTEMPTED: single(['true', 'false'], ({ tkiStartedOn, treatmentFreeRemissionStartedOn }) =>
    tkiStartedOn === undefined ? undefined : String(treatmentFreeRemissionStartedOn !== undefined),
  ),
  TREATMENT_FREE_REMISSION_CRITERIA: single(remissionCriteria, ({ treatmentFreeRemissionCriteria }) => treatmentFreeRemissionCriteria),
  MUTATION: multi(variants, ({ mutations }) => [...new Set(mutations.map(withinVariants))]),
  ADVERSE_EVENT: multi(events, ({ adverseEvents }) => adverseEvents.map((term) => canonicalAdverseEventTerm(term) ?? OTHER_VALUE)),
} as const satisfies Record<string, VariableDefinition>;

export type RecordedVariable = keyof typeof variableDefinitions;
export type Variable = 'COUNTRY' | RecordedVariable;

/** What a table or a group may be of: the registry's own variables, and what a country's extension declares. */
export type CohortVariable = Variable | DeclaredVariable;

export const recordedVariables = Object.keys(variableDefinitions) as readonly RecordedVariable[];
/** Counted for response rates alone: of BEST_RESPONSE it differs by what is taken for none. */
export const RESPONSE_OF_RATES = 'TUMOR_RESPONSE';

/** The variables that tables are asked of. */
export const variables: readonly Variable[] = ['COUNTRY', ...recordedVariables.filter((name) => name !== RESPONSE_OF_RATES)];

/** The values a variable may take in a question put to these countries. */
export function valuesOf(variable: CohortVariable, countries: readonly string[]): readonly string[] {
  if (typeof variable !== 'string') return variable.values;
  return variable === 'COUNTRY' ? countries : variableDefinitions[variable].values;
}

/** Whether one patient may have several values of this variable. */
export function isMultiValued(variable: CohortVariable): boolean {
  return typeof variable === 'string' && variable !== 'COUNTRY' && variableDefinitions[variable].multiValued;
}
