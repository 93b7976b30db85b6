/**
 * Cells of a scaled figure that are counted in bins of one width, the first of which begins at a cell. What lies beyond the
 * beginning of the next run is that one's.
 */
export type Run = readonly [start: number, bins: number, width: number];

/** Which cells of a scaled figure are counted how finely; all others are counted by its ladder. Runs are in order of their starts. */
export type Plan = readonly Run[];

/** Nothing but the ladder: where a figure is asked for the first time. Figures whose cells are the same from everybody have no other. */
export const NO_PLAN: Plan = [];

/** How many bins a plan has. */
export function binsIn(plan: Plan): number {
  return plan.reduce((total, [, bins]) => total + bins, 0);
}

/** Whether runs begin one after another, with at least one bin each. */
export function isOrdered(plan: Plan): boolean {
  return plan.every(([start, bins, width], index) => bins > 0 && width > 0 && start > (plan[index - 1]?.[0] ?? -1));
}

/** The cells of a run that are not the next one's: up to, but without, the end. */
export function endOfRun(plan: Plan, index: number): number {
  const [start, bins, width] = plan[index] ?? [0, 0, 0];
  return Math.min(start + bins * width, plan[index + 1]?.[0] ?? Number.POSITIVE_INFINITY);
}
