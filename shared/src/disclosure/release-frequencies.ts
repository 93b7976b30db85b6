import { type CohortVariable, type FrequencyFigure, sum, wilsonInterval } from '../statistics';
import { leaf, sideOf, type ValueSets, variableSets } from './patient-sets';
import { type Released, releaseUnlessHidden, SUPPRESSED } from './release-count';
import {
  type CountClaims,
  crossDivisions,
  EVERYBODY,
  type HiddenCounts,
  inAll,
  joinClaims,
  type TableSide,
  WHOLE_COHORT,
} from './suppression';

export interface ReleasedShare {
  /** Percentages, 0-100. */
  readonly percent: number;
  readonly lower: number;
  readonly upper: number;
}

export interface ReleasedRow {
  readonly value: string;
  readonly count: Released<number>;
  readonly share: Released<ReleasedShare>;
  readonly cells: readonly ReleasedCell[] | undefined;
}

export interface ReleasedCell {
  readonly value: string;
  readonly count: Released<number>;
  readonly percentOfRow: Released<number>;
}

export interface ReleasedFrequencies {
  readonly rows: readonly ReleasedRow[];
  readonly total: Released<number>;
  readonly missing: Released<number>;
}

/** What the rows of a table are of, and its columns where it has two sides. */
export interface FrequencySets {
  readonly of: ValueSets;
  readonly by?: ValueSets;
}

export function frequencySets(of: CohortVariable, by?: CohortVariable): FrequencySets {
  return { of: variableSets(of), ...(by ? { by: variableSets(by) } : {}) };
}

/** What a frequency table tells. Where a patient may stand in several rows each is a table of its own: who has the value, who not. */
export function claimFrequencies(figure: FrequencyFigure, { of, by }: FrequencySets): CountClaims {
  const columns = by && figure.byValues ? sideOf(by, figure.byValues) : WHOLE_COHORT;
  const { patients } = figure;
  if (!patients) return crossDivisions(sideOf(of, figure.values), columns, [...figure.cells, figure.unknown]);
  const tables = figure.values.map((value, row) => {
    const counts = figure.cells[row] ?? [];
    return crossDivisions(hasOrNot(of.of(value)), columns, [counts, patients.map((all, column) => all - (counts[column] ?? 0))]);
  });
  return joinClaims(tables);
}

/**
 * Passes a frequency table through the gate. A share tells its count and its denominator: it is released when both are.
 *
 * @param hidden of everything that is asked of the cohort together
 */
export function releaseFrequencies(figure: FrequencyFigure, { of, by }: FrequencySets, hidden: HiddenCounts): ReleasedFrequencies {
  const denominator = figure.patients ? EVERYBODY : of.known;
  return {
    rows: figure.values.map((value, row) => {
      const counts = figure.cells[row] ?? [];
      const set = of.of(value);
      const count = releaseUnlessHidden(sum(counts), set, hidden);
      return {
        value,
        count,
        share: count.suppressed ? SUPPRESSED : releaseUnlessHidden(shareOf(count.value, figure.total), denominator, hidden),
        cells: by && figure.byValues && releaseCells(figure.byValues, counts, { set, by, hidden }),
      };
    }),
    total: releaseUnlessHidden(figure.total, denominator, hidden),
    missing: releaseUnlessHidden(sum(figure.unknown), of.unknown, hidden),
  };
}

interface RowSets {
  readonly set: string;
  readonly by: ValueSets;
  readonly hidden: HiddenCounts;
}

function releaseCells(byValues: readonly string[], counts: readonly number[], { set, by, hidden }: RowSets): readonly ReleasedCell[] {
  const known = sum(counts.slice(0, -1));
  return byValues.map((value, column) => {
    const count = releaseUnlessHidden(counts[column] ?? 0, inAll(set, by.of(value)), hidden);
    const percentOfRow =
      count.suppressed || known === 0 ? SUPPRESSED : releaseUnlessHidden((100 * count.value) / known, inAll(set, by.known), hidden);
    return { value, count, percentOfRow };
  });
}

function hasOrNot(set: string): TableSide {
  const names = [set, `not ${set}`];
  return { division: { name: EVERYBODY, parts: names.map(leaf) }, names, untold: names.slice(1) };
}

function shareOf(count: number, total: number): ReleasedShare {
  const { lower, upper } = wilsonInterval(count, total);
  return { percent: (100 * count) / total, lower: 100 * lower, upper: 100 * upper };
}
