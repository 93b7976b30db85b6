import { addMonths, type CalendarDate, type Drug } from '@registry-hub/shared/domain';
import { addDays, onWeekday } from '../calendar';
import type { RandomSource } from '../random-source';
import { observatoryCalendar } from './observatory-calendar';
import { type Answer, levelUnder } from './response-level';
import { remissionVisits, type TreatmentSegment, treatedVisits, visitDay } from './treatment-segment';

/** Whose course is drawn. */
export interface ObservedPatient {
  readonly sex: 'F' | 'M';
  readonly ageAtDiagnosis: number;
  readonly startedOn: CalendarDate;
}

/** Percentages are plausible values set by the project, near those of trials of stopping: half of the remissions last. */
const INTOLERANCE_PERCENT = 14;
const PREGNANCY_PERCENT = 12;
const ATTEMPT_PERCENT = 60;
const LOSS_PERCENT = 48;
const EARLY_LOSS_PERCENT = 80;
const RESTART_PERCENT = 92;
const RESTART_WITHOUT_LOSS_PERCENT = 4;
const SECOND_LINE_ANSWERS: readonly (readonly [Answer, number])[] = [
  ['DEEP', 40],
  ['MAJOR', 40],
  ['POOR', 20],
];

/** The lines of inhibitors of one patient and the time between them, to an end that follow-up may cut off. */
export function drawSegments(patient: ObservedPatient, random: RandomSource): readonly TreatmentSegment[] {
  const { startedOn } = patient;
  const answer = random.weighted<Answer>([
    ['DEEP', 52],
    ['MAJOR', 28],
    ['POOR', 20],
  ]);
  const depth = random.rank();
  const drug = firstDrug(startedOn, random);
  const first = treated(drug, startedOn, answer, depth);
  if (answer === 'POOR') return switched(patient, first, 'RESISTANCE', random.integer(13, 20), random);
  if (random.chance(INTOLERANCE_PERCENT)) return switched(patient, first, 'INTOLERANCE', random.integer(2, 20), random);
  if (patient.sex === 'F' && patient.ageAtDiagnosis < 40 && random.chance(PREGNANCY_PERCENT)) return paused(first, depth, random);
  return [...remission(patient, first, answer, depth, random)];
}

function firstDrug(on: CalendarDate, random: RandomSource): Drug {
  if (on < observatoryCalendar.firstLineChoiceFrom) return 'IMATINIB';
  return random.weighted<Drug>([
    ['IMATINIB', 55],
    ['NILOTINIB', 24],
    ['DASATINIB', 21],
  ]);
}

function nextDrug(drug: Drug, on: CalendarDate, random: RandomSource): Drug {
  const choice: readonly (readonly [Drug, number])[] = [
    ['DASATINIB', on >= observatoryCalendar.secondLineChoiceFrom ? 45 : 0],
    ['NILOTINIB', on >= observatoryCalendar.secondLineChoiceFrom ? 40 : 0],
    ['BOSUTINIB', on >= observatoryCalendar.bosutinibFrom ? 15 : 0],
  ];
  const possible = choice.filter(([next, weight]) => next !== drug && weight > 0);
  return possible.length === 0 ? drug : random.weighted(possible);
}

function treated(drug: Drug, from: CalendarDate, answer: Answer, depth: number, monthsBefore = 0): TreatmentSegment {
  return { drug, from, visitMonths: treatedVisits, levelAt: (months) => levelUnder(answer, months + monthsBefore, depth) };
}

/** A switch, with a pause of up to six weeks after toxicity; before there was another drug to switch to, the same is tried again. */
function switched(
  patient: ObservedPatient,
  first: TreatmentSegment,
  stopReason: 'RESISTANCE' | 'INTOLERANCE',
  month: number,
  random: RandomSource,
): readonly TreatmentSegment[] {
  const to = onWeekday(addDays(addMonths(first.from, month), random.integer(1, 20)));
  const from = onWeekday(addDays(to, stopReason === 'RESISTANCE' ? random.integer(1, 14) : random.integer(5, 45)));
  const answer = random.weighted(SECOND_LINE_ANSWERS);
  const depth = random.rank();
  const drug = nextDrug(first.drug ?? 'IMATINIB', from, random);
  const second = treated(drug, from, answer, depth);
  return [{ ...first, to, stopReason }, ...remission(patient, second, answer, depth, random)];
}

/** A pregnancy without the drug, and the same drug after it. */
function paused(first: TreatmentSegment, depth: number, random: RandomSource): readonly TreatmentSegment[] {
  const to = onWeekday(addDays(addMonths(first.from, random.integer(30, 60)), random.integer(1, 25)));
  const from = onWeekday(addDays(addMonths(to, random.integer(9, 13)), 1));
  return [
    { ...first, to, stopReason: 'PREGNANCY' },
    { from: to, to: from, visitMonths: [3, 6], levelAt: (months) => 0.05 + 0.04 * months },
    { ...treated(first.drug ?? 'IMATINIB', from, 'DEEP', depth, 9) },
  ];
}

/** The last line of a course, which those whose answer is deep and old enough stop in remission; about half of them for good. */
function remission(
  patient: ObservedPatient,
  line: TreatmentSegment,
  answer: Answer,
  depth: number,
  random: RandomSource,
): readonly TreatmentSegment[] {
  const month = random.integer(56, 110);
  const to = onWeekday(addDays(addMonths(patient.startedOn, month), random.integer(1, 25)));
  const possible = answer === 'DEEP' && to > addMonths(line.from, 44) && to >= observatoryCalendar.remissionAttemptsFrom;
  if (!possible || !random.chance(ATTEMPT_PERCENT)) return [line];
  const lossMonth = drawLossMonth(random);
  const relapse = 0.15 + 2 * random.rank();
  const free: TreatmentSegment = {
    from: to,
    visitMonths: remissionVisits,
    levelAt: (months) => (months < lossMonth ? levelUnder('DEEP', 60, depth) + 0.0025 * Math.min(months, 12) : relapse),
  };
  const stopped: TreatmentSegment = { ...line, to, stopReason: 'TREATMENT_FREE_REMISSION' };
  const again = drawRestart(to, lossMonth, random);
  if (again === undefined) return [stopped, free];
  return [stopped, { ...free, to: again }, treated(line.drug ?? 'IMATINIB', again, 'DEEP', depth, 9)];
}

/** The visit at which the loss of major molecular response is seen; most losses come within half a year. */
function drawLossMonth(random: RandomSource): number {
  if (!random.chance(LOSS_PERCENT)) return Number.POSITIVE_INFINITY;
  return random.chance(EARLY_LOSS_PERCENT) ? random.integer(2, 6) : random.weighted([8, 10, 12, 15, 18, 24].map((month) => [month, 1]));
}

/** Within four weeks of the loss; some start again though nothing was lost. */
function drawRestart(stoppedOn: CalendarDate, lossMonth: number, random: RandomSource): CalendarDate | undefined {
  if (Number.isFinite(lossMonth)) {
    return random.chance(RESTART_PERCENT) ? onWeekday(addDays(visitDay(stoppedOn, lossMonth), random.integer(3, 26))) : undefined;
  }
  return random.chance(RESTART_WITHOUT_LOSS_PERCENT) ? onWeekday(addDays(stoppedOn, random.integer(40, 400))) : undefined;
}
