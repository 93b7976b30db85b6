import type { MilestoneFigure } from '../statistics';
import { type ReleasedFrequencies, releaseFrequencies } from './release-frequencies';

/** The classes of response at one milestone after the gate; their total is the number of evaluable patients. */
export interface ReleasedMilestone {
  readonly month: number;
  readonly classes: ReleasedFrequencies;
}

/** Passes milestones through the gate, each as the frequency table that it is. */
export function releaseMilestones(milestones: readonly MilestoneFigure[], threshold: number): readonly ReleasedMilestone[] {
  return milestones.map(({ month, classes }) => ({ month, classes: releaseFrequencies(classes, threshold) }));
}
