import { type FrequencyFigure, sum, wilsonInterval } from '../statistics';
import { type Released, releaseCount, released, SUPPRESSED } from './release-count';
import { isSmall, suppressLine } from './suppress-line';
import { suppressTable } from './suppress-table';

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

/** What of a table may leave, as flags: true where it must not. */
interface Hidden {
  readonly rows: readonly boolean[];
  readonly cells: readonly (readonly boolean[])[];
  readonly missing: boolean;
}

/**
 * Passes a frequency table through the gate: small cells are suppressed, so is every cell, total, percentage or missing
 * count from which one could be computed.
 */
export function releaseFrequencies(figure: FrequencyFigure, threshold: number): ReleasedFrequencies {
  const hidden = figure.overlapping ? hideOverlapping(figure, threshold) : hideExclusive(figure, threshold);
  // the cohort's size is released elsewhere: a total beside a hidden missing count would tell it
  const total = hidden.missing ? SUPPRESSED : releaseCount(figure.total, threshold);
  return {
    rows: figure.values.map((value, row) => {
      const counts = figure.cells[row] ?? [];
      const rowHidden = hidden.rows[row] ?? true;
      return {
        value,
        count: rowHidden ? SUPPRESSED : released(sum(counts)),
        share: rowHidden || total.suppressed ? SUPPRESSED : released(shareOf(sum(counts), figure.total)),
        cells: figure.byValues && releaseCells(figure.byValues, counts, hidden.cells[row] ?? [], rowHidden),
      };
    }),
    total,
    missing: hidden.missing ? SUPPRESSED : released(sum(figure.unknown)),
  };
}

function releaseCells(
  byValues: readonly string[],
  counts: readonly number[],
  hidden: readonly boolean[],
  rowHidden: boolean,
): readonly ReleasedCell[] {
  const known = sum(counts.slice(0, -1));
  // the row's known total is the denominator: it tells a hidden row total, or a hidden count of those not known
  const denominatorHidden = rowHidden || (hidden.at(-1) ?? true) || known === 0;
  return byValues.map((value, column) => {
    const count = counts[column] ?? 0;
    const cellHidden = hidden[column] ?? true;
    return {
      value,
      count: cellHidden ? SUPPRESSED : released(count),
      percentOfRow: cellHidden || denominatorHidden ? SUPPRESSED : released((100 * count) / known),
    };
  });
}

/** Each patient in one row: the rows, with those not known, add up to the cohort. */
function hideExclusive({ cells, unknown, byValues }: FrequencyFigure, threshold: number): Hidden {
  const all = [...cells, unknown];
  if (byValues === undefined) {
    const flags = suppressLine(all.map(sum), threshold);
    return { rows: flags.slice(0, -1), cells: [], missing: flags.at(-1) ?? true };
  }
  const { rows, cells: flags } = suppressTable(all, threshold);
  return { rows: rows.slice(0, -1), cells: flags.slice(0, -1), missing: rows.at(-1) ?? true };
}

/** A patient in several rows: each row is a table of its own, of those who have the value and those who have not. */
function hideOverlapping({ cells, total }: FrequencyFigure, threshold: number): Hidden {
  const tables = cells.map((counts) => {
    const rowHidden = isSmall(sum(counts), threshold) || isSmall(total - sum(counts), threshold);
    const line = suppressLine(counts, threshold);
    // a hidden row total protects one hidden cell; a shown one needs two
    return { rowHidden, cells: rowHidden && !line.includes(true) ? hideSmallest(counts) : line };
  });
  return { rows: tables.map(({ rowHidden }) => rowHidden), cells: tables.map((table) => table.cells), missing: false };
}

function hideSmallest(counts: readonly number[]): readonly boolean[] {
  const smallest = Math.min(...counts.filter((count) => count > 0));
  return counts.map((count) => count === smallest);
}

function shareOf(count: number, total: number): ReleasedShare {
  const { lower, upper } = wilsonInterval(count, total);
  return { percent: (100 * count) / total, lower: 100 * lower, upper: 100 * upper };
}
