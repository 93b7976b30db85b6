import fc from 'fast-check';
import type { FrequencyFigure, Variable } from '../statistics';
import { atLeast, attack, exactly, type Knowledge, type Unknowns } from '../testing';
import { claimSize, type Released, releaseSize } from './release-count';
import { claimFrequencies, frequencySets, type ReleasedFrequencies, releaseFrequencies } from './release-frequencies';
import { loadSuppressionSolver, ReleaseLedger, type SuppressionSolver } from './suppression';

let solver: SuppressionSolver;

beforeAll(async () => {
  solver = await loadSuppressionSolver();
});

interface Table {
  readonly of: Variable;
  readonly by: Variable | undefined;
  readonly figure: FrequencyFigure;
  /** Every count, shown or not: the last row and the last column are of those not known. */
  readonly counts: readonly (readonly number[])[];
}

/** The table that the API would show of these counts: without rows and columns that nobody is in. */
function tableOf(all: readonly (readonly number[])[], by: Variable | undefined): Table {
  const unknown = all.at(-1) ?? [];
  const rows = all.slice(0, -1).filter((row) => sum(row) > 0);
  const width = by ? unknown.length - 1 : 0;
  const kept = Array.from({ length: width }, (_, column) => column).filter((column) =>
    [...rows, unknown].some((row) => (row[column] ?? 0) > 0),
  );
  const pick = (row: readonly number[]): readonly number[] => (by ? [...kept.map((column) => row[column] ?? 0), row.at(-1) ?? 0] : row);
  const cells = rows.map(pick);
  const values = cells.map((_, row) => `row ${row}`);
  const byValues = by && kept.map((column) => `column ${column}`);
  const figure = { values, byValues, cells, unknown: pick(unknown), total: sum(cells.flat()), patients: undefined };
  return { of: 'SEX', by, figure, counts: [...cells, pick(unknown)] };
}

function released({ figure, of, by }: Table, threshold: number): { readonly size: Released<number>; readonly shown: ReleasedFrequencies } {
  const sets = frequencySets(of, by);
  const size = sum(figure.cells.flat()) + sum(figure.unknown);
  const hidden = new ReleaseLedger(solver).admit([claimFrequencies(figure, sets), claimSize(size)], threshold);
  return { size: releaseSize(size, hidden), shown: releaseFrequencies(figure, sets, hidden) };
}

/** Everything that the API shows of a table and of the cohort's size, as a reader takes it. */
function readTable({ counts }: Table, size: Released<number>, { rows, total, missing }: ReleasedFrequencies) {
  const width = counts[0]?.length ?? 0;
  const at = (row: number, column: number): number => row * width + column;
  const line = (row: number): Unknowns => Array.from({ length: width }, (_, column) => at(row, column));
  const lines = (from: number, to: number): Unknowns => counts.slice(from, to).flatMap((_, row) => line(from + row));
  const knowledge: Knowledge[] = [];
  const targets: Unknowns[] = [];
  const learn = (sumOf: Unknowns, count: Released<number>, least: number): void => {
    if (count.suppressed) {
      targets.push(sumOf);
      knowledge.push(atLeast(sumOf, least));
    } else knowledge.push(exactly(sumOf, count.value));
  };
  learn(lines(0, counts.length), size, 1);
  learn(lines(0, counts.length - 1), total, 1);
  learn(line(counts.length - 1), missing, 1);
  for (const [row, { count, share, cells }] of rows.entries()) {
    learn(line(row), count, 1);
    if (!share.suppressed && !count.suppressed)
      knowledge.push(exactly(lines(0, counts.length - 1), Math.round((100 * count.value) / share.value.percent)));
    for (const [column, { count: cell, percentOfRow }] of (cells ?? []).entries()) {
      learn([at(row, column)], cell, 1);
      if (cell.suppressed || percentOfRow.suppressed || cell.value === 0) continue;
      knowledge.push(exactly(line(row).slice(0, -1), Math.round((100 * cell.value) / percentOfRow.value)));
    }
  }
  return { knowledge, targets };
}

/** Counts that no field shows, and that are of few all the same. */
function smallAndUnshown({ counts, by }: Table, threshold: number): readonly Unknowns[] {
  const width = counts[0]?.length ?? 0;
  if (!by) return [];
  const all = counts.map((row, index) => row.map((_, column) => index * width + column));
  const columns = Array.from({ length: width }, (_, column) => all.map((row) => row[column] ?? 0));
  const sums = [...(all.at(-1) ?? []).map((unknown) => [unknown]), ...all.map((row) => row.slice(-1)), ...columns];
  return sums.filter((unknowns) => {
    const count = sum(unknowns.map((unknown) => counts.flat()[unknown] ?? 0));
    return count > 0 && count < threshold;
  });
}

function told(table: Table, threshold: number) {
  const { size, shown } = released(table, threshold);
  const { knowledge, targets } = readTable(table, size, shown);
  return attack(solver, table.counts.flat().length, knowledge, [...targets, ...smallAndUnshown(table, threshold)], threshold);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Counts as registries have them: many empty cells, many of a few, some large. */
const count = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 12 }) },
  { weight: 2, arbitrary: fc.nat({ max: 300 }) },
);
const oneWay = fc
  .array(
    count.map((one) => [one]),
    { minLength: 2, maxLength: 9 },
  )
  .map((rows) => tableOf(rows, undefined));
const twoWay = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }))
  .chain(([height, width]) => fc.array(fc.array(count, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }))
  .map((rows) => tableOf(rows, 'COUNTRY'));

describe('what somebody can work out of a released table', () => {
  it.each([
    ['one-way', 'national or of the lead', 5, 1000, oneWay],
    ['one-way', 'of the dashboard', 10, 1000, oneWay],
    ['two-way', 'national or of the lead', 5, 250, twoWay],
    ['two-way', 'of the dashboard', 10, 250, twoWay],
  ] as const)('%s, %s, narrows no suppressed count to fewer than k = %i', (_sides, _whose, threshold, numRuns, tables) => {
    fc.assert(
      fc.property(tables, (table) => {
        expect(told(table, threshold)).toEqual([]);
      }),
      { numRuns },
    );
  });
});

test('somebody who is told all but the small counts works them out', () => {
  const table = tableOf([[40], [3], [20], [0]], undefined);
  const { figure } = table;
  const sets = frequencySets(table.of);
  const onlySmall = new Set([sets.of.of('row 1')]);
  const { knowledge, targets } = readTable(table, releaseSize(63, onlySmall), releaseFrequencies(figure, sets, onlySmall));
  expect(attack(solver, 4, knowledge, targets, 5)).toEqual([{ target: 0, from: 3, to: 3 }]);
});
