import { badUserInput, type InputProblem } from '../../errors';
import { type Endpoint, originsOf, type TimeOrigin } from '../../statistics';

/** A hundred years. */
const LAST_MONTH = 1200;
const MOST_MONTHS = 200;

export interface CurveArguments {
  readonly months: readonly number[];
  readonly landmarkMonth: number | null | undefined;
}

/**
 * Months of a curve in ascending order, each once, and the month it begins at.
 *
 * @throws HubError BAD_USER_INPUT
 */
export function readCurveArguments({ months, landmarkMonth }: CurveArguments): {
  readonly months: readonly number[];
  readonly landmarkMonth: number;
} {
  const wrong = months.filter((month) => !isMonth(month));
  const problems: InputProblem[] = [];
  if (wrong.length > 0)
    problems.push({ field: 'months', message: `expected months from 0 to ${LAST_MONTH}, not ${wrong.slice(0, 3).join(', ')}.` });
  if (months.length > MOST_MONTHS)
    problems.push({ field: 'months', message: `expected at most ${MOST_MONTHS} months, not ${months.length}.` });
  if (!isMonth(landmarkMonth ?? 0)) {
    problems.push({ field: 'landmarkMonth', message: `expected a month from 0 to ${LAST_MONTH}, not ${landmarkMonth}.` });
  }
  if (problems.length > 0) throw badUserInput(...problems);
  return { months: [...new Set(months)].toSorted((one, other) => one - other), landmarkMonth: landmarkMonth ?? 0 };
}

/** @throws HubError BAD_USER_INPUT */
export function readHorizon(horizonMonth: number): number {
  if (isMonth(horizonMonth) && horizonMonth > 0) return horizonMonth;
  throw badUserInput({ field: 'horizonMonth', message: `expected a month from 1 to ${LAST_MONTH}, not ${horizonMonth}.` });
}

/** @throws HubError BAD_USER_INPUT with another origin than failure: it is failures that are notified */
export function checkDelayedEntry(delayedEntry: boolean, from: TimeOrigin): void {
  if (!delayedEntry || from === 'FAILURE') return;
  throw badUserInput({
    field: 'delayedEntry',
    message: `expected only with the origin FAILURE, where patients enter when notified, not with ${from}.`,
  });
}

/** @throws HubError BAD_USER_INPUT of an endpoint that is not counted from this origin, with those from which it is */
export function checkOrigin(endpoint: Endpoint, from: TimeOrigin): void {
  const origins = originsOf(endpoint);
  if (origins.includes(from)) return;
  const name = endpoint.replace('INCIDENCE_OF_', '');
  throw badUserInput({ field: 'from', message: `expected ${origins.join(' or ')} with ${name}, not ${from}.` });
}

function isMonth(month: number): boolean {
  return Number.isInteger(month) && month >= 0 && month <= LAST_MONTH;
}
