import type { CalendarDate, Drug, TherapeuticDecision, TreatmentLine } from '@registry-hub/shared/domain';
import { addDays, drawWeekday, earliest, onWeekday } from '../calendar';
import type { RandomSource } from '../random-source';
import type { CaseProfile } from './case-profile';
import type { FullSketch, Outcome } from './case-sketch';
import { registryCalendar } from './registry-calendar';
import type { Timeline } from './timeline';

/** A case's lines of therapy, of which the imatinib line is the one that failed. */
export interface TreatmentHistory {
  readonly imatinib: TreatmentLine;
  /** What followed it, unless the patient stayed on imatinib or did not live to take it. */
  readonly next?: TreatmentLine;
  /** All lines, in order. */
  readonly lines: readonly TreatmentLine[];
}

type Draft = Omit<TreatmentLine, 'patientCode' | 'line'>;

/** Names of the made-up studies: real trials had other patients. */
const studies = {
  beforeAuthorisation: 'Expanded access to imatinib',
  firstLine: 'First-line imatinib',
  afterInterferon: 'Imatinib after interferon',
} as const;

const nextDrugs: { readonly [D in TherapeuticDecision]?: { readonly drug: Drug; readonly study?: string } } = {
  DASATINIB: { drug: 'DASATINIB', study: 'Dasatinib after imatinib' },
  NILOTINIB: { drug: 'NILOTINIB', study: 'Nilotinib after imatinib' },
  TRIAL_DRUG: { drug: 'OTHER', study: 'New agents after imatinib' },
  ALLOGENEIC_TRANSPLANT: { drug: 'ALLOGENEIC_TRANSPLANT' },
  HYDROXYCARBAMIDE: { drug: 'HYDROXYCARBAMIDE' },
  INTERFERON: { drug: 'INTERFERON_ALFA' },
  CHEMOTHERAPY: { drug: 'CYTARABINE' },
};

const PRIOR_HYDROXYCARBAMIDE_PERCENT = 55;
const IMATINIB_STUDY_PERCENT = 60;

/** Draws the lines before imatinib, imatinib and the line after it. */
export function treatmentHistory(sketch: FullSketch, random: RandomSource): TreatmentHistory {
  const { patientCode, profile, timeline, decision, outcome } = sketch;
  const prior = priorLines(timeline, random);
  const stop = imatinibStop(sketch, random);
  const next = stop.stoppedOn === undefined ? undefined : nextLine(decision, stop.stoppedOn, outcome, random);
  const study = imatinibStudy(profile, timeline, next, random);
  const imatinib: Draft = {
    drug: 'IMATINIB',
    startedOn: timeline.imatinibStartedOn,
    ...stop,
    ...(study !== undefined && { prospectiveStudy: study }),
  };
  const numbered = (draft: Draft, line: number): TreatmentLine => ({ patientCode, line, ...draft });
  const imatinibLine = numbered(imatinib, prior.length + 1);
  const nextNumbered = next && numbered(next, prior.length + 2);
  return {
    imatinib: imatinibLine,
    ...(nextNumbered && { next: nextNumbered }),
    lines: [...prior.map((draft, index) => numbered(draft, index + 1)), imatinibLine, ...(nextNumbered ? [nextNumbered] : [])],
  };
}

function priorLines({ diagnosedOn, firstLine, imatinibStartedOn }: Timeline, random: RandomSource): readonly Draft[] {
  const hydroxycarbamide = random.chance(PRIOR_HYDROXYCARBAMIDE_PERCENT);
  const firstWeek = addDays(diagnosedOn, random.integer(0, 4));
  if (firstLine) {
    return hydroxycarbamide ? [{ drug: 'HYDROXYCARBAMIDE', startedOn: firstWeek, stoppedOn: imatinibStartedOn, stopReason: 'OTHER' }] : [];
  }
  const interferonFrom = onWeekday(addDays(firstWeek, hydroxycarbamide ? random.integer(14, 70) : 3));
  const interferon: Draft = {
    drug: 'INTERFERON_ALFA',
    startedOn: interferonFrom,
    stoppedOn: addDays(imatinibStartedOn, -random.integer(5, 40)),
    stopReason: random.chance(60) ? 'RESISTANCE' : 'INTOLERANCE',
  };
  const before: Draft = { drug: 'HYDROXYCARBAMIDE', startedOn: firstWeek, stoppedOn: interferonFrom, stopReason: 'OTHER' };
  return hydroxycarbamide ? [before, interferon] : [interferon];
}

/** Toxicity ends imatinib on the day of the failure, resistance within weeks of it; a higher dose goes on. */
function imatinibStop(
  { course, timeline, decision, outcome }: FullSketch,
  random: RandomSource,
): Pick<TreatmentLine, 'stoppedOn' | 'stopReason'> {
  if (course.toxic) return { stoppedOn: timeline.failedOn, stopReason: 'INTOLERANCE' };
  if (decision === 'IMATINIB_DOSE_INCREASE') return deathStop(outcome);
  const stoppedOn = earliest(onWeekday(addDays(timeline.failedOn, random.integer(0, 20))), outcome.lastContactOn);
  return { stoppedOn, stopReason: decision === 'ALLOGENEIC_TRANSPLANT' ? 'TRANSPLANT' : 'RESISTANCE' };
}

function nextLine(
  decision: TherapeuticDecision,
  imatinibStoppedOn: CalendarDate,
  outcome: Outcome,
  random: RandomSource,
): Draft | undefined {
  const choice = nextDrugs[decision];
  if (choice === undefined) return undefined;
  const searchForDonor = choice.drug === 'ALLOGENEIC_TRANSPLANT' ? 60 : 0;
  const startedOn = drawWeekday(
    random,
    addDays(imatinibStoppedOn, 1 + searchForDonor),
    addDays(imatinibStoppedOn, 28 + 2 * searchForDonor),
  );
  if (startedOn >= outcome.lastContactOn) return undefined;
  const study = choice.study === undefined ? {} : { prospectiveStudy: choice.study };
  return { drug: choice.drug, startedOn, ...(choice.drug !== 'ALLOGENEIC_TRANSPLANT' && deathStop(outcome)), ...study };
}

function deathStop({ diedOn }: Outcome): Pick<TreatmentLine, 'stoppedOn' | 'stopReason'> {
  return diedOn === undefined ? {} : { stoppedOn: diedOn, stopReason: 'DEATH' };
}

/** The study in which imatinib was given: always before its authorisation, and where no later line makes the profile true. */
function imatinibStudy(profile: CaseProfile, timeline: Timeline, next: Draft | undefined, random: RandomSource): string | undefined {
  if (!profile.everInStudy) return undefined;
  const authorised = timeline.imatinibStartedOn >= registryCalendar.imatinibAuthorisedOn;
  const needed = !authorised || next?.prospectiveStudy === undefined;
  if (!needed && !random.chance(IMATINIB_STUDY_PERCENT)) return undefined;
  if (!authorised && !timeline.firstLine && random.chance(40)) return studies.beforeAuthorisation;
  return timeline.firstLine ? studies.firstLine : studies.afterInterferon;
}
