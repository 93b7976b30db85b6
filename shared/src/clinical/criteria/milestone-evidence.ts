import { type Assessment, addMonths, type CaseFacts } from '../../domain';
import { geneOfVariant, type ImatinibInsensitivity, imatinibInsensitivity, isMutationFound } from '../mutations';
import { phPositivePct } from './cytogenetic-response';
import { hasCompleteHematologicResponse, hasHematologicResponse, wbcBefore } from './hematologic-response';
import {
  completeCytogeneticResponseLoss,
  completeHematologicResponseLoss,
  majorCytogeneticResponseLoss,
  majorMolecularResponseLoss,
} from './loss-definitions';
import { itemsInWindow, type MilestoneWindow, nearestToMilestone } from './milestone-windows';
import { classifyPhase, phaseTables } from './phases';
import type { ResponseEvidence, ResponseFindings } from './response-evidence';
import { type LossConfirmation, type LossDefinition, responseLosses } from './response-loss';
import type { TreatmentCourse } from './treatment-course';

/** A rise of BCR::ABL1 that the assay's own scatter does not explain: more than twofold (Branford et al., Blood 2004;104:2926). */
const SIGNIFICANT_RISE = 2;
/** BCR::ABL1, % IS, that a second test within 1 to 3 months confirms (Hochhaus et al., Leukemia 2020;34:966). */
const EARLY_MILESTONE_IS_PCT = 10;

/** Whether the assessment shows accelerated or blast phase: as documented, else by its blasts and the ELN's limits. */
export function showsAdvancedPhase({ phase, blastsPct }: Assessment): boolean | undefined {
  const shown = phase ?? classifyPhase(phaseTables.ELN, { blastsPct }).phase;
  return shown === undefined ? undefined : shown !== 'CHRONIC';
}

/** Whether BCR::ABL1 rose significantly against the measurement before; "any rise" is read so (project convention). */
function isRising(measured: Assessment, { assessments }: TreatmentCourse): boolean | undefined {
  const before = assessments.findLast(({ assessedOn, bcrAbl1IsPct }) => assessedOn < measured.assessedOn && bcrAbl1IsPct !== undefined);
  if (before?.bcrAbl1IsPct === undefined || measured.bcrAbl1IsPct === undefined) return undefined;
  return measured.bcrAbl1IsPct > SIGNIFICANT_RISE * before.bcrAbl1IsPct;
}

function isAboveTenConfirmed({ assessedOn }: Assessment, { assessments }: TreatmentCourse): boolean {
  const from = addMonths(assessedOn, 1);
  const to = addMonths(assessedOn, 3);
  return assessments.some(
    (other) =>
      other.assessedOn >= from && other.assessedOn <= to && other.bcrAbl1IsPct !== undefined && other.bcrAbl1IsPct > EARLY_MILESTONE_IS_PCT,
  );
}

function mutationEvidence(
  facts: CaseFacts,
  { line, observedUntil }: TreatmentCourse,
  window: MilestoneWindow,
): Pick<ResponseFindings, 'mutation' | 'newMutation'> {
  const mutations = facts.mutations.filter(({ variant }) => geneOfVariant(variant) === 'ABL1' && isMutationFound(variant));
  const observed = mutations.filter(({ sampledOn }) => sampledOn <= observedUntil);
  const found = itemsInWindow(window, line.startedOn, observed, ({ sampledOn }) => sampledOn);
  const levels: readonly (ImatinibInsensitivity | undefined)[] = found.map(({ variant }) => imatinibInsensitivity(variant));
  const known = new Set(mutations.filter(({ sampledOn }) => sampledOn <= line.startedOn).map(({ variant }) => variant));
  return {
    mutation: levels.includes('HIGH') ? 'HIGH' : levels.find((level) => level !== undefined),
    newMutation: found.length === 0 ? undefined : found.some(({ variant }) => !known.has(variant)),
  };
}

/**
 * What a case's records say about the response to one treatment line at one milestone: of each kind of measurement the one
 * in the window that is nearest to the milestone, and what happened at any time within the window (loss of a response,
 * mutation, advanced phase). Karyotypes are documented at diagnosis only, so aberrations on treatment stay unknown.
 */
export function milestoneEvidence(facts: CaseFacts, course: TreatmentCourse, window: MilestoneWindow): ResponseEvidence {
  const { line, assessments } = course;
  const inWindow = itemsInWindow(window, line.startedOn, assessments, ({ assessedOn }) => assessedOn);
  const nearest = (hasValue: (assessment: Assessment) => boolean): Assessment | undefined =>
    nearestToMilestone(window, line.startedOn, inWindow.filter(hasValue), ({ assessedOn }) => assessedOn);

  const hematologic = nearest((assessment) => hasCompleteHematologicResponse(assessment) !== undefined);
  const cytogenetic = nearest((assessment) => phPositivePct(assessment) !== undefined);
  const molecular = nearest(({ bcrAbl1IsPct }) => bcrAbl1IsPct !== undefined);

  const whenNotified: LossConfirmation = facts.failure ? 'LAST_COUNTS' : 'NEEDED';
  const isLostInWindow = <V>(definition: LossDefinition<V>, confirmation: LossConfirmation = whenNotified): boolean | undefined =>
    (inWindow.length > 0 && responseLosses(definition, assessments, confirmation).some(({ lost }) => inWindow.includes(lost))) || undefined;

  return {
    month: window.month,
    hematologicResponse: hematologic && hasHematologicResponse(hematologic, wbcBefore(facts, line.startedOn)),
    completeHematologicResponse: hematologic && hasCompleteHematologicResponse(hematologic),
    phPositivePct: cytogenetic && phPositivePct(cytogenetic),
    isPct: molecular?.bcrAbl1IsPct,
    isAboveTenConfirmed: molecular && isAboveTenConfirmed(molecular, course),
    isRising: molecular && isRising(molecular, course),
    lossOfCompleteHematologicResponse: isLostInWindow(completeHematologicResponseLoss),
    lossOfCompleteCytogeneticResponse: isLostInWindow(completeCytogeneticResponseLoss),
    lossOfPartialCytogeneticResponse: isLostInWindow(majorCytogeneticResponseLoss),
    lossOfMajorMolecularResponse: isLostInWindow(majorMolecularResponseLoss, 'NOT_NEEDED'),
    lossOfMajorMolecularResponseConfirmed: isLostInWindow(majorMolecularResponseLoss),
    ...mutationEvidence(facts, course, window),
    advancedPhase: inWindow.some((assessment) => showsAdvancedPhase(assessment) === true) || undefined,
    treatmentFreeRemission:
      molecular && line.stopReason === 'TREATMENT_FREE_REMISSION' && line.stoppedOn !== undefined && molecular.assessedOn > line.stoppedOn,
  };
}
