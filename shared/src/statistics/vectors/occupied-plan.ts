import type { Counts } from '../partials';
import type { Plan, Run } from './plan';
import type { ScaledPlace } from './vector-layout';

/** Bytes of a cell in an answer, and about as many of a run in a question. */
const CELL_BYTES = 4;
const RUN_BYTES = 16;
/** Wider blocks than the cheapest may cost so much more: they have room for patients to come, and tell less of those there are. */
const SPARE_SHARE = 1.1;
const SPARE_BYTES = 8192;
const WIDEST_BLOCK = 2 ** 12;

/**
 * The plan to remember once all cells of a figure are known: with it a single round is enough until a patient comes into a
 * cell outside it. Cells are taken in whole blocks, the widest ones that are hardly dearer than the cheapest.
 */
export function occupiedPlan(counts: Counts, { ladder, sectionLength }: Pick<ScaledPlace, 'ladder' | 'sectionLength'>): Plan {
  const cells = counts.cells.filter((cell) => cell % sectionLength >= ladder.exactBelow);
  const costs: { readonly block: number; readonly bytes: number }[] = [];
  for (let block = 1; block <= WIDEST_BLOCK; block *= 2) costs.push({ block, bytes: costOf(cells, block) });
  const most = SPARE_SHARE * Math.min(...costs.map(({ bytes }) => bytes)) + SPARE_BYTES;
  const widest = costs.findLast(({ bytes }) => bytes <= most)?.block ?? 1;
  return runsOf(cells, widest);
}

/** @param cells in order */
function costOf(cells: Float64Array, block: number): number {
  let [blocks, runs] = [0, 0];
  let last = -2;
  for (let index = 0; index < cells.length; index += 1) {
    const current = Math.floor((cells[index] ?? 0) / block);
    if (current === last) continue;
    blocks += 1;
    if (current > last + 1) runs += 1;
    last = current;
  }
  return blocks * block * CELL_BYTES + runs * RUN_BYTES;
}

function runsOf(cells: Float64Array, block: number): Plan {
  const runs: Run[] = [];
  let first = -1;
  let last = -1;
  const close = (): void => {
    if (first >= 0) runs.push([first * block, (last - first + 1) * block, 1]);
  };
  for (const cell of cells) {
    const current = Math.floor(cell / block);
    if (first < 0 || current > last + 1) {
      close();
      first = current;
    }
    last = current;
  }
  close();
  return runs;
}
