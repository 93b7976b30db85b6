import { type ElnEdition, elnEditions } from '../domain';
import type { MilestoneFigure } from '../statistics';
import { milestoneSets } from './patient-sets';
import { claimFrequencies, type ReleasedFrequencies, releaseFrequencies } from './release-frequencies';
import { type CountClaims, type HiddenCounts, joinClaims, type Twins } from './suppression';

/** The classes of response at one milestone after the gate; their total is the number of evaluable patients. */
export interface ReleasedMilestone {
  readonly month: number;
  readonly classes: ReleasedFrequencies;
}

/** What the milestones of an edition tell: each is a frequency table. */
export function claimMilestones(milestones: readonly MilestoneFigure[], edition: ElnEdition): CountClaims {
  const tables = milestones.map(({ month, classes }) => claimFrequencies(classes, { of: milestoneSets(edition, month) }));
  const others = elnEditions.filter((other) => other !== edition);
  // who could be evaluated by one edition could be by another
  const twins = milestones.flatMap(({ month }) =>
    others.map((other): Twins => [milestoneSets(edition, month).known, milestoneSets(other, month).known]),
  );
  return { ...joinClaims(tables), twins };
}

/** Passes milestones through the gate. */
export function releaseMilestones(
  milestones: readonly MilestoneFigure[],
  edition: ElnEdition,
  hidden: HiddenCounts,
): readonly ReleasedMilestone[] {
  return milestones.map(({ month, classes }) => ({
    month,
    classes: releaseFrequencies(classes, { of: milestoneSets(edition, month) }, hidden),
  }));
}
