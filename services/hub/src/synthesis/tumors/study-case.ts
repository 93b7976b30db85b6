import type { CalendarDate, Mutation, Patient, StopReason, TreatmentLine } from '@registry-hub/shared/domain';
import { addDays, drawWeekday, earliest, onWeekday } from '../calendar';
import type { CaseRecords } from '../cohort';
import { birthMonthFor } from '../demography';
import type { Enrolment } from '../enrolment';
import type { RandomSource } from '../random-source';
import { studyCalendar, YOUNGEST } from './study-margins';
import type { StudyProfile } from './study-profiles';

/** The study's protocol number. */
const STUDY = 'B2225';
const OLDEST = 82;
/** Days from the diagnosis to imatinib: none of these patients had it first. */
const WAITED = { least: 90, most: 1800 };
const NEXT_DAYS = 21;

/** A made-up patient of the study: diagnosis, treatments, screening and follow-up. */
export function studyCase({ patientCode, centerCode }: Enrolment, profile: StudyProfile, random: RandomSource): CaseRecords {
  const startedOn = drawWeekday(random, studyCalendar.firstImatinib, studyCalendar.lastImatinib);
  const diagnosedOn = onWeekday(addDays(startedOn, -random.integer(WAITED.least, WAITED.most)));
  const birthMonth = birthMonthFor(random.integer(YOUNGEST, OLDEST), startedOn, random.integer(0, 11));
  const stop = drawStop(profile, startedOn, random);
  const before = treatmentBefore(diagnosedOn, startedOn, random);
  const line = before.length + 1;
  const imatinib: Omit<TreatmentLine, 'patientCode'> = {
    line,
    drug: 'IMATINIB',
    startedOn,
    ...stop,
    prospectiveStudy: STUDY,
    bestResponse: profile.response,
  };
  const consentedOn = addDays(startedOn, -random.integer(0, 4));
  return {
    patient: { patientCode, centerCode, sex: profile.sex, birthMonth, consentedOn, ...drawOutcome(stop?.stoppedOn, random) },
    diagnosis: { patientCode, disease: profile.disease, diagnosedOn },
    treatments: [...before, imatinib].map((treatment) => ({ patientCode, ...treatment })),
    doses: [{ patientCode, line, fromOn: startedOn, mgPerDay: profile.dose }],
    assessments: [],
    mutations: screening(profile).map((variant) => ({ patientCode, sampledOn: addDays(startedOn, -7), variant, method: 'OTHER' })),
    adverseEvents: [],
  };
}

/** What was looked for: KIT and both receptors; of the receptors nothing was found in anybody. */
function screening({ screening: found }: StudyProfile): readonly Mutation['variant'][] {
  return found === undefined ? [] : [found === 'NONE' ? 'KIT NONE' : found, 'PDGFRA NONE', 'PDGFRB NONE'];
}

interface Stop {
  readonly stoppedOn: CalendarDate;
  readonly stopReason: StopReason;
}

/** Who responded goes on; the others stopped, the sooner the worse their response. */
function drawStop({ response }: StudyProfile, startedOn: CalendarDate, random: RandomSource): Stop | undefined {
  const after = (least: number, most: number): CalendarDate => onWeekday(addDays(startedOn, random.integer(least, most)));
  switch (response) {
    case 'SD':
      return { stoppedOn: after(180, 540), stopReason: 'RESISTANCE' };
    case 'PD':
      return { stoppedOn: after(40, 170), stopReason: 'RESISTANCE' };
    case 'NE':
      return { stoppedOn: after(7, 40), stopReason: 'INTOLERANCE' };
    case 'CR':
    case 'PR':
      return undefined;
  }
}

/** Surgery, radiation and chemotherapy, which no column tells apart. */
function treatmentBefore(
  diagnosedOn: CalendarDate,
  imatinibOn: CalendarDate,
  random: RandomSource,
): readonly Omit<TreatmentLine, 'patientCode'>[] {
  if (!random.chance(80)) return [];
  const startedOn = onWeekday(addDays(diagnosedOn, random.integer(5, NEXT_DAYS)));
  const stoppedOn = drawWeekday(random, addDays(startedOn, 14), addDays(imatinibOn, -NEXT_DAYS));
  return [{ line: 1, drug: 'OTHER', startedOn, stoppedOn, stopReason: 'RESISTANCE' }];
}

function drawOutcome(
  stoppedOn: CalendarDate | undefined,
  random: RandomSource,
): Pick<Patient, 'vitalStatus' | 'diedOn' | 'deathCause' | 'lastContactOn'> {
  const diedOn = stoppedOn && random.chance(70) ? addDays(stoppedOn, random.integer(20, 500)) : undefined;
  if (diedOn !== undefined && diedOn < studyCalendar.closedOn) return { vitalStatus: 'DEAD', diedOn, deathCause: 'OTHER' };
  const { lastContactsFrom, closedOn } = studyCalendar;
  return { vitalStatus: 'ALIVE', lastContactOn: earliest(drawWeekday(random, lastContactsFrom, closedOn), closedOn) };
}
