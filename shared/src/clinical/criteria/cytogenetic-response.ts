import type { Assessment } from '../../domain';

/** Fewest metaphases by chromosome banding that make a cytogenetic response evaluable (Baccarani et al., Blood 2006;108:1809). */
export const evaluableMetaphases = 20;

/** Best first. */
export const cytogeneticResponses = ['COMPLETE', 'PARTIAL', 'MINOR', 'MINIMAL', 'NONE'] as const;
export type CytogeneticResponse = (typeof cytogeneticResponses)[number];

/**
 * Classes of cytogenetic response and the Ph+ metaphases, %, each reaches up to (Baccarani et al., Blood 2006;108:1809). The
 * printed classes (1-35, 36-65, 66-95) leave gaps between whole numbers: the unrounded percentage belongs to the class
 * whose upper limit it does not exceed (project convention).
 */
export const cytogeneticResponseLimits: Readonly<Record<CytogeneticResponse, number>> = {
  COMPLETE: 0,
  PARTIAL: 35,
  MINOR: 65,
  MINIMAL: 95,
  NONE: 100,
};

/** Ph+ metaphases, % of those examined, unrounded; undefined unless at least 20 were examined. */
export function phPositivePct({ metaphasesExamined, metaphasesPhPositive }: Assessment): number | undefined {
  if (metaphasesExamined === undefined || metaphasesPhPositive === undefined) return undefined;
  if (metaphasesExamined < evaluableMetaphases) return undefined;
  return (100 * metaphasesPhPositive) / metaphasesExamined;
}

/** The class of a percentage of Ph+ metaphases, 0-100. */
export function cytogeneticResponseOf(phPositive: number): CytogeneticResponse {
  return cytogeneticResponses.find((response) => phPositive <= cytogeneticResponseLimits[response]) ?? 'NONE';
}

/** Major cytogenetic response: complete or partial, hence at most 35 % Ph+ (Baccarani et al., Blood 2006;108:1809). */
export function isMajorCytogeneticResponse(phPositive: number): boolean {
  return phPositive <= cytogeneticResponseLimits.PARTIAL;
}
