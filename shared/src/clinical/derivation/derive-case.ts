import { type CalendarDate, type CaseFacts, type DerivedCase, knownFields } from '../../domain';
import { deriveFailureSubcategory } from '../failure/derive-failure-subcategory';
import { failureWindow } from '../failure/failure-window';
import { bestResponseOf } from './best-response';
import { isChronicMyeloidLeukemia } from './chronic-myeloid-leukemia';
import { completedAge } from './completed-age';
import { ineligibilityReasons } from './eligibility';
import { failureCategoryOf } from './failure-category';
import { bcrAbl1AtFailure, phaseAtFailure } from './failure-evidence';
import { imatinibDoseOn } from './imatinib-dose';
import { firstImatinibLine, imatinibLineOf } from './imatinib-line';
import { inhibitorFields } from './inhibitor-fields';
import { milestoneResponses } from './milestone-responses';
import { responseDates } from './response-dates';
import { scoresAtDiagnosis } from './scores-at-diagnosis';

/** The version of these rules; it grows with every change that can derive another row from the same facts. */
export const DERIVATION_VERSION = 3;

const ascendingDistinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].toSorted();

function diagnosisFields({ diagnosis }: CaseFacts): Partial<DerivedCase> {
  return knownFields({
    disease: diagnosis?.disease,
    phaseAtDiagnosis: diagnosis?.phase,
    transcript: diagnosis?.transcript,
    diagnosedOn: diagnosis?.diagnosedOn,
    spleenAtDiagnosis: diagnosis?.spleenCm,
    wbcAtDiagnosis: diagnosis?.wbc,
    hemoglobinAtDiagnosis: diagnosis?.hemoglobin,
    plateletsAtDiagnosis: diagnosis?.platelets,
    blastsAtDiagnosis: diagnosis?.blastsPct,
    basophilsAtDiagnosis: diagnosis?.basophilsPct,
    eosinophilsAtDiagnosis: diagnosis?.eosinophilsPct,
  });
}

function failureFields(facts: CaseFacts): Partial<DerivedCase> {
  const { failure } = facts;
  const evidence = failureWindow(facts)?.assessments ?? [];
  return knownFields({
    failedOn: failure?.failedOn,
    notifiedOn: failure?.notifiedOn,
    reportedSubcategory: failure?.reportedSubcategory,
    reportedCategory: failure && failureCategoryOf(failure.reportedSubcategory),
    derivedSubcategory: deriveFailureSubcategory(facts)?.subcategory,
    decision: failure?.decision,
    imatinibDoseAtFailure: failure && imatinibDoseOn(facts, failure.failedOn),
    phaseAtFailure: phaseAtFailure(evidence),
    bcrAbl1AtFailure: bcrAbl1AtFailure(evidence),
  });
}

/** What happened after diagnosis, after the first imatinib and after its failure, under the names of the derived case. */
function originFields({ assessments, diagnosis, failure }: CaseFacts, imatinibStartedOn: CalendarDate | undefined): Partial<DerivedCase> {
  const afterDiagnosis = responseDates(assessments, diagnosis?.diagnosedOn);
  const afterImatinib = responseDates(assessments, imatinibStartedOn);
  const afterFailure = responseDates(assessments, failure?.failedOn);
  return knownFields({
    progressedAfterDiagnosisOn: afterDiagnosis.progressedOn,
    progressedAfterImatinibOn: afterImatinib.progressedOn,
    progressedAfterFailureOn: afterFailure.progressedOn,
    completeCytogeneticResponseAfterDiagnosisOn: afterDiagnosis.completeCytogeneticResponseOn,
    completeCytogeneticResponseAfterImatinibOn: afterImatinib.completeCytogeneticResponseOn,
    completeCytogeneticResponseAfterFailureOn: afterFailure.completeCytogeneticResponseOn,
    majorMolecularResponseAfterDiagnosisOn: afterDiagnosis.majorMolecularResponseOn,
    majorMolecularResponseAfterImatinibOn: afterImatinib.majorMolecularResponseOn,
    majorMolecularResponseAfterFailureOn: afterFailure.majorMolecularResponseOn,
  });
}

/**
 * What follows from one patient's facts, whole or not: the row that statistics read. Ages are completed years counted from
 * the 15th of the birth month; a time in imatinib counts from the first imatinib line. A field is absent when the facts do
 * not tell it. Throws nothing, whatever the facts contradict: contradictions are for the validation rules.
 */
export function deriveCase(facts: CaseFacts): DerivedCase {
  const { patient, treatments, diagnosis, failure } = facts;
  const imatinibStartedOn = firstImatinibLine(treatments)?.startedOn;
  const ageOn = (date: CalendarDate | undefined): number | undefined => date && completedAge(patient.birthMonth, date);
  const ageAtDiagnosis = ageOn(diagnosis?.diagnosedOn);
  const ineligibleBecause = ineligibilityReasons(facts);
  return knownFields({
    patientCode: patient.patientCode,
    derivationVersion: DERIVATION_VERSION,
    sex: patient.sex,
    recordStatus: facts.recordStatus,
    ehdsOptOut: facts.ehdsOptOut,
    vitalStatus: patient.vitalStatus,
    deathCause: patient.deathCause,
    lastContactOn: patient.lastContactOn,
    diedOn: patient.diedOn,
    cml: diagnosis !== undefined && isChronicMyeloidLeukemia(diagnosis.disease),
    ...diagnosisFields(facts),
    eligible: ineligibleBecause.length === 0,
    ineligibleBecause,
    imatinibStartedOn,
    ageAtDiagnosis,
    ageAtImatinibStart: ageOn(imatinibStartedOn),
    ageAtFailure: ageOn(failure?.failedOn),
    imatinibLine: imatinibLineOf(treatments),
    everInProspectiveStudy: treatments.length === 0 ? undefined : treatments.some(({ prospectiveStudy }) => prospectiveStudy !== undefined),
    ...failureFields(facts),
    ...originFields(facts, imatinibStartedOn),
    ...inhibitorFields(facts),
    scores: scoresAtDiagnosis(diagnosis, ageAtDiagnosis),
    milestoneResponses: milestoneResponses(facts),
    mutations: ascendingDistinct(facts.mutations.map(({ variant }) => variant)),
    adverseEvents: ascendingDistinct(facts.adverseEvents.map(({ term }) => term)),
    bestResponse: bestResponseOf(treatments),
  });
}
