import type { ElnEdition } from '../../domain';
import type { Citation } from '../citation';
import type { Criterion } from './criterion';
import type { ResponseFindings } from './response-evidence';

export { type ElnEdition, type ElnResponse, elnEditions } from '../../domain';

/** Worst first. */
export const elnResponseClasses = ['FAILURE', 'SUBOPTIMAL', 'WARNING', 'OPTIMAL'] as const;
export type ElnResponseClass = (typeof elnResponseClasses)[number];

/** For each class the criteria any of which puts a patient into it. */
export type ElnClassRows = { readonly [C in ElnResponseClass]?: readonly Criterion<ResponseFindings>[] };

/** The rows of one milestone, in months; the last of a table holds from its month on. */
export interface ElnMilestone extends ElnClassRows {
  readonly month: number;
}

export interface ElnTable {
  readonly edition: ElnEdition;
  readonly title: string;
  readonly citation: Citation;
  /** Before the drug. */
  readonly baseline: ElnClassRows;
  readonly milestones: readonly ElnMilestone[];
  readonly anyTime: ElnClassRows;
  /** The edition's own names of the classes, where they differ. */
  readonly labels?: Readonly<Record<ElnResponseClass, string>>;
  /** Why the table is not the published one, where it is not. */
  readonly provisional?: string;
}
