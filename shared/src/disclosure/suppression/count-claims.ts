import type { CountBetween, Measure } from '../../statistics';

/**
 * A number of patients that figures tell, or from which one could be worked out. The name stands for the set of patients: two
 * figures that speak of the same set speak of one cell.
 */
export interface CountCell {
  readonly name: string;
  readonly count: number;
  /** 0 for the whole cohort, and one more for everything that divides it further. */
  readonly depth: number;
  /** No figure shows this count: to hide it takes nothing from anybody. */
  readonly untold?: boolean;
}

/** Disjoint sets that make up a whole. */
export interface CountSum {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** Patients by intervals of a measure: each begins at `from` and ends before `to`; an absent end is open. */
export interface ScaleClaim {
  readonly measure: Measure;
  readonly depth: number;
  readonly bins: readonly { readonly name: string; readonly from: number | undefined; readonly to: number | undefined }[];
  /** Absent where the figure does not know the values. */
  readonly countBetween?: CountBetween;
}

/** Two sets of patients one of which lies in the other, as far as the data have it. */
export type Twins = readonly [one: string, other: string];

/** A set of patients, and one that lies in it. */
export interface Nested {
  readonly whole: string;
  readonly part: string;
}

/** What a figure tells only beside others: of sets that it divides further than it shows, where another figure shows them. */
export interface BesideClaims {
  /** The sets of which another figure would have to tell. */
  readonly sets: readonly string[];
  readonly claims: CountClaims;
}

/** What a figure would tell: counts, and how they add up. */
export interface CountClaims {
  readonly cells: readonly CountCell[];
  /** A sum whose whole nobody tells is no sum: nothing follows from it. */
  readonly sums: readonly CountSum[];
  /** Divisions of a measure by its values, which may cut across those of other figures. */
  readonly scales?: readonly ScaleClaim[];
  /** Sets that may be the same as sets of other figures under another name. */
  readonly twins?: readonly Twins[];
  /** Sets of this figure that lie in sets of others. */
  readonly nested?: readonly Nested[];
  readonly beside?: readonly BesideClaims[];
}

/** The claims of one figure that is made up of several. */
export function joinClaims(claims: readonly CountClaims[]): CountClaims {
  return {
    cells: claims.flatMap(({ cells }) => cells),
    sums: claims.flatMap(({ sums }) => sums),
    scales: claims.flatMap(({ scales }) => scales ?? []),
    twins: claims.flatMap(({ twins }) => twins ?? []),
    nested: claims.flatMap(({ nested }) => nested ?? []),
    beside: claims.flatMap(({ beside }) => beside ?? []),
  };
}

/** The names of cells that must not be released. */
export type HiddenCounts = ReadonlySet<string>;

export const NOTHING_HIDDEN: HiddenCounts = new Set();
