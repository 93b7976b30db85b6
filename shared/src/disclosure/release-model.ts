import { HubError } from '../errors';
import type { ModelDesign } from '../statistics';
import { type Released, releaseCount, released, SUPPRESSED } from './release-count';
import { isSmall, suppressLine } from './suppress-line';

/** The counts of a model after the gate. */
export interface ReleasedModelCounts {
  readonly n: Released<number>;
  readonly events: Released<number>;
  readonly excludedForMissing: Released<number>;
}

/** Events for each degree of freedom below which estimates are unreliable (Peduzzi, J Clin Epidemiol 1996;49:1373). */
const ADVISED_EVENTS = 10;

/**
 * Refuses a model that speaks of too few: it needs k patients, and k for every value of a variable in it.
 *
 * @throws HubError DISCLOSURE_REFUSED
 */
export function checkModel({ patients, levels }: ModelDesign, threshold: number): void {
  if (isSmall(patients, threshold)) throw refused(`A model needs at least ${threshold} patients of whom everything in it is known.`);
  const small = levels.filter((level) => isSmall(level.patients, threshold));
  if (small.length === 0) return;
  const names = small.map(({ variable, value }) => `${variable}=${value}`).join(', ');
  throw refused(`Every value of a variable in a model needs at least ${threshold} patients; fewer have ${names}.`);
}

/** Who is in a model and who is not, and who of the former has the event and who has not, add up to known numbers. */
export function releaseModelCounts({ inCohort, patients, events }: ModelDesign, threshold: number): ReleasedModelCounts {
  const [hidesPatients = true, hidesExcluded = true] = suppressLine([patients, inCohort - patients], threshold);
  const [hidesEvents = true] = suppressLine([events, patients - events], threshold);
  return {
    n: hidesPatients ? SUPPRESSED : released(patients),
    events: hidesEvents ? SUPPRESSED : releaseCount(events, threshold),
    excludedForMissing: hidesExcluded ? SUPPRESSED : released(inCohort - patients),
  };
}

/** What to say of a model with few events; undefined where they are enough. */
export function fewEventsNote({ events }: ModelDesign, degreesOfFreedom: number): string | undefined {
  if (degreesOfFreedom === 0 || events >= ADVISED_EVENTS * degreesOfFreedom) return undefined;
  return `There are fewer than ${ADVISED_EVENTS} events for each degree of freedom: estimates and intervals are unreliable.`;
}

function refused(message: string): HubError {
  return new HubError('DISCLOSURE_REFUSED', message);
}
