import type { CaseFacts } from '../../domain';
import { phPositivePct } from '../criteria/cytogenetic-response';
import { hasCompleteHematologicResponse } from '../criteria/hematologic-response';
import { imatinibDoseOn } from '../derivation/imatinib-dose';
import { failureWindow } from '../failure/failure-window';
import { type ExpectedField, each, fields, once } from './expected-field';
import type { MonitoredMilestone } from './monitored-milestones';
import {
  always,
  followedImatinibLines,
  imatinibLines,
  milestones,
  ofAliveOrLost,
  ofDeath,
  ofFailure,
  ofLeukemia,
  stoppedLines,
  stoppedLinesOfOtherTumours,
} from './occasions';

const hasHematologicResult = ({ assessments }: MonitoredMilestone): boolean =>
  assessments.some((assessment) => hasCompleteHematologicResponse(assessment) !== undefined);

const hasCytogeneticOrMolecularResult = ({ assessments }: MonitoredMilestone): boolean =>
  assessments.some((assessment) => phPositivePct(assessment) !== undefined || assessment.bcrAbl1IsPct !== undefined);

const hasDoseAtFailure = (facts: CaseFacts): boolean =>
  facts.failure !== undefined && imatinibDoseOn(facts, facts.failure.failedOn) !== undefined;

const hasPhaseUntilFailure = (facts: CaseFacts): boolean =>
  failureWindow(facts)?.assessments.some(({ phase }) => phase !== undefined) === true;

/**
 * Which fields a complete case has, and when, as far as its registry expects them (project convention; the items are those that the registry was to collect,
 * Blood 2006;108(11), abstract 4764, and that scores and criteria are computed from). Fields that no record is accepted
 * without are not in it. Monitoring is expected at the milestones of the European LeukemiaNet (Baccarani et al., Blood
 * 2006;108:1809), as long as the first imatinib is given.
 */
export const knownFieldExpectations: readonly ExpectedField[] = [
  once('DEMOGRAPHY', 'patient.sex', always, ({ patient }) => patient.sex !== 'UNKNOWN'),

  ...fields('CONSENT', 'patient', ['consentedOn'], always),

  ...fields('DIAGNOSIS', 'diagnosis', ['diagnosedOn'], always),
  ...fields('DIAGNOSIS', 'diagnosis', ['phase', 'phPositive', 'transcript', 'karyotype'], ofLeukemia),

  ...fields('BASELINE_LABORATORY', 'diagnosis', ['spleenCm', 'wbc', 'hemoglobin', 'platelets'], ofLeukemia),
  ...fields('BASELINE_LABORATORY', 'diagnosis', ['blastsPct', 'basophilsPct', 'eosinophilsPct'], ofLeukemia),

  once('TREATMENT', 'a line of treatment', always, ({ treatments }) => treatments.length > 0),
  each('TREATMENT', 'dose.mgPerDay', imatinibLines, (doses) => doses.length > 0),
  each('TREATMENT', 'treatment.stoppedOn', followedImatinibLines, ({ stoppedOn }) => stoppedOn !== undefined),
  each('TREATMENT', 'treatment.stopReason', stoppedLines, ({ stopReason }) => stopReason !== undefined),
  each('TREATMENT', 'treatment.bestResponse', stoppedLinesOfOtherTumours, ({ bestResponse }) => bestResponse !== undefined),

  each('RESPONSE_MONITORING', 'haematological response', milestones, hasHematologicResult),
  each('RESPONSE_MONITORING', 'cytogenetic or molecular response', milestones, hasCytogeneticOrMolecularResult),

  ...fields('FAILURE', 'failure', ['decision'], ofFailure),
  once('FAILURE', 'imatinib dose at failure', ofFailure, hasDoseAtFailure),
  once('FAILURE', 'phase on imatinib up to failure', ofFailure, hasPhaseUntilFailure),

  ...fields('FOLLOW_UP', 'patient', ['lastContactOn'], ofAliveOrLost),
  ...fields('FOLLOW_UP', 'patient', ['deathCause'], ofDeath),
];
