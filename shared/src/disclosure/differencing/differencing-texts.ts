import { HubError } from '../../errors';
import type { Closeness } from './cohort-memory';

/** "1 to 4": as much as anybody is told of a difference. */
export function differenceInWords(threshold: number): string {
  return threshold === 2 ? '1' : `1 to ${threshold - 1}`;
}

/** What a client gets instead of a cohort that comes too close to an earlier one. */
export function refusedForDifferencing({ threshold }: Pick<Closeness, 'threshold'>): HubError {
  return new HubError('DISCLOSURE_REFUSED', `${closeness(threshold)} Figures of both would tell about these few.`);
}

/** What the note of a cohort's policy says of it; undefined when it comes close to none. */
export function differencingNote(close: readonly Closeness[]): string | undefined {
  const [one] = close.toSorted((a, b) => Number(b.decision === 'REFUSED') - Number(a.decision === 'REFUSED'));
  if (!one) return undefined;
  const consequence =
    one.decision === 'REFUSED'
      ? 'Its figures are refused, because both together would tell about these few.'
      : 'Both together tell about these few: handle them as you would patient data. The coordinators of the countries concerned can read that you asked.';
  return `${closeness(one.threshold)} ${consequence}`;
}

function closeness(threshold: number): string {
  return `This cohort differs by ${differenceInWords(threshold)} patients from one that was answered to you before.`;
}
