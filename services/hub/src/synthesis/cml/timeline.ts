import { addMonths, type CalendarDate, type CalendarMonth, daysBetween } from '@registry-hub/shared/domain';
import { addDays, drawWeekday, earliest, latest, onWeekday } from '../calendar';
import { birthMonthFor } from '../demography';
import type { RandomSource } from '../random-source';
import type { CaseProfile } from './case-profile';
import type { FailureCourse } from './failure-course';
import { registryCalendar } from './registry-calendar';

/** The dates that a case hangs on, each no later than the next. */
export interface Timeline {
  readonly birthMonth: CalendarMonth;
  readonly diagnosedOn: CalendarDate;
  /** Whether nothing but hydroxycarbamide was given before imatinib. */
  readonly firstLine: boolean;
  readonly imatinibStartedOn: CalendarDate;
  readonly failedOn: CalendarDate;
  /** Completed calendar months from the imatinib start to the failure. */
  readonly monthsToFailure: number;
  readonly notifiedOn: CalendarDate;
}

const ADULT_AGE = 18;

/** Draws the dates backwards from the notification, so that every case is notified while the registry is open. */
export function drawTimeline(profile: CaseProfile, course: FailureCourse, random: RandomSource): Timeline {
  // the registry gathers pace: the later of two draws
  const notifiedOn = latest(drawNotification(random), drawNotification(random));
  const firstStart = earliestImatinibStart(profile);
  const monthsToFailure = monthsThatFit(course, firstStart, notifiedOn, random);
  const lastStart = addMonths(notifiedOn, -(monthsToFailure + 1));
  // the later of two draws: recent failures are notified more often than old ones
  const imatinibStartedOn = latest(drawWeekday(random, firstStart, lastStart), drawWeekday(random, firstStart, lastStart));
  const failedOn = onWeekday(addDays(addMonths(imatinibStartedOn, monthsToFailure), random.integer(0, 20)));
  const firstLine = yearsUntilAdult(profile) === 0 && random.chance(firstLinePercent(imatinibStartedOn));
  const diagnosedOn = drawDiagnosis(profile, firstLine, imatinibStartedOn, random);
  const birthMonth = birthMonthFor(profile.ageAtDiagnosis, diagnosedOn, random.integer(0, 11));
  return { birthMonth, diagnosedOn, firstLine, imatinibStartedOn, failedOn, monthsToFailure, notifiedOn };
}

function drawNotification(random: RandomSource): CalendarDate {
  return drawWeekday(random, registryCalendar.notificationsFrom, registryCalendar.closedOn);
}

function yearsUntilAdult({ ageAtDiagnosis }: CaseProfile): number {
  return Math.max(0, ADULT_AGE - ageAtDiagnosis);
}

/** Whoever was diagnosed as a minor waits for imatinib until adult; whoever was never in a study, until it is authorised. */
function earliestImatinibStart(profile: CaseProfile): CalendarDate {
  const { imatinibStudiesFrom, imatinibAuthorisedOn, firstDiagnosis } = registryCalendar;
  const available = profile.everInStudy ? imatinibStudiesFrom : imatinibAuthorisedOn;
  const minor = yearsUntilAdult(profile);
  return minor === 0 ? available : latest(available, addMonths(firstDiagnosis, 12 * (minor + 1)));
}

/** The course's months to failure; where they do not fit before the notification, fewer, but enough for the criterion. */
function monthsThatFit(course: FailureCourse, firstStart: CalendarDate, notifiedOn: CalendarDate, random: RandomSource): number {
  if (addMonths(firstStart, course.likelyMonths + 1) <= notifiedOn) return course.likelyMonths;
  const daysPerLongMonth = 31;
  const room = Math.floor(daysBetween(firstStart, notifiedOn) / daysPerLongMonth) - 1;
  return random.integer(course.leastMonths, Math.max(course.leastMonths, room));
}

/** Imatinib was for patients after interferon at first, and became the usual first drug within two years of its authorisation. */
function firstLinePercent(imatinibStartedOn: CalendarDate): number {
  if (imatinibStartedOn < registryCalendar.imatinibAuthorisedOn) return 15;
  return imatinibStartedOn < '2003-01-01' ? 35 : 60;
}

function drawDiagnosis(profile: CaseProfile, firstLine: boolean, imatinibStartedOn: CalendarDate, random: RandomSource): CalendarDate {
  const before = (from: number, to: number, end = imatinibStartedOn): CalendarDate => {
    const first = latest(registryCalendar.firstDiagnosis, addDays(end, -to));
    return earliest(drawWeekday(random, first, addDays(end, -from)), addDays(end, -from));
  };
  if (firstLine) return before(5, 150);
  const minor = yearsUntilAdult(profile);
  return minor === 0 ? before(240, 2000) : before(20, 330, addMonths(imatinibStartedOn, -12 * minor));
}
