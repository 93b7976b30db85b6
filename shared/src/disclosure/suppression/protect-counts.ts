import { isSmall } from '../is-small';
import { CellMoves, type Move, PRECISION, roomBelow } from './cell-moves';
import type { CountCell, CountSum } from './count-claims';
import type { CountSystem } from './merge-claims';
import type { SuppressionSolver } from './solver';

/** What can't be decided any more: what was released stays released, and what was hidden hidden. */
export interface EarlierRelease {
  readonly hidden: ReadonlySet<string>;
  readonly shown: ReadonlySet<string>;
}

export interface Protected {
  readonly hidden: ReadonlySet<string>;
  /** Hidden counts that can be told all the same, from what was released before. */
  readonly exposed: readonly string[];
}

/**
 * Primary and complementary suppression: which counts must not be released, so that of none of them can be told what it is.
 *
 * Counts of 1 to k − 1 are hidden. Then for each hidden count two possibilities are looked for that lie at least k apart and
 * agree with everything that is released: whole numbers that add up, of at least 1, since it is told which cells are empty.
 * Where there are none, the released counts that would have to change are hidden too, those that hold least first (the linear
 * programming heuristic of Kelly, Golden & Assad, Networks 1992;22:397, without its weights). What was possible stays possible
 * when more is hidden: each cell needs to be looked at once.
 *
 * The whole comes before its parts. What tables of one variable hide follows from these alone, so that it is the same in
 * whatever company they are asked for; only where their cells could not be protected within them is more of them hidden.
 *
 * @param threshold k; with 1 nothing is hidden
 */
export function protectCounts(
  solver: SuppressionSolver,
  system: CountSystem,
  threshold: number,
  { hidden: before, shown }: EarlierRelease = NOTHING_RELEASED,
): Protected {
  const small = system.cells.flatMap(({ name, count }) => (isSmall(count, threshold) ? [name] : []));
  const hidden = new Set([...before, ...small]);
  if (hidden.size === 0) return { hidden, exposed: [] };
  const exposed = small.filter((name) => shown.has(name));
  for (const depth of [...new Set(system.cells.map((cell) => cell.depth))].toSorted((a, b) => a - b)) {
    const upper = downTo(system, depth);
    if (!upper.cells.some(({ name }) => hidden.has(name))) continue;
    CellMoves.of(solver, upper, (moves) => {
      exposed.push(...new Protection(moves, upper.cells, threshold, hidden, shown).run());
    });
  }
  return { hidden, exposed };
}

const NOTHING_RELEASED: EarlierRelease = { hidden: new Set(), shown: new Set() };

function downTo({ cells, sums }: CountSystem, depth: number): CountSystem {
  const upper = cells.filter((cell) => cell.depth <= depth);
  const names = new Set(upper.map(({ name }) => name));
  const isUpper = ({ whole, parts }: CountSum): boolean => names.has(whole) && parts.every((part) => names.has(part));
  return { cells: upper, sums: sums.filter(isUpper) };
}

/** Rounds in which many cells are looked at together, before they are one by one. */
const ROUNDS = 8;

class Protection {
  private readonly highest = new Map<CountCell, number>();
  private readonly lowest = new Map<CountCell, number>();

  /** @param hidden is added to */
  constructor(
    private readonly moves: CellMoves,
    private readonly cells: readonly CountCell[],
    private readonly threshold: number,
    private readonly hidden: Set<string>,
    private readonly shown: ReadonlySet<string>,
  ) {}

  /** @returns the cells that can't be protected */
  run(): readonly string[] {
    this.moves.hide(this.hidden);
    for (let round = 0; round < ROUNDS; round += 1) this.lookAtMany(round);
    const exposed: string[] = [];
    const queue = this.cells.filter(({ name }) => this.hidden.has(name)).toSorted((a, b) => a.count - b.count);
    for (let cell = queue.shift(); cell; cell = queue.shift()) {
      while (!this.isSafe(cell)) {
        const more = this.hideMore(cell);
        queue.push(...more);
        if (more.length > 0) continue;
        exposed.push(cell.name);
        break;
      }
    }
    return exposed;
  }

  /** Cells whose sums forbid them to move the same way are told apart by their place in the list, differently each round. */
  private lookAtMany(round: number): void {
    const open = this.cells.filter((cell) => this.hidden.has(cell.name) && !this.isKnownSafe(cell));
    const isUp = (place: number): boolean => ((place >> (round >> 1)) & 1) === (round & 1);
    if (open.length > 2) {
      const directions = new Map(open.map((cell, place) => [cell, isUp(place) ? ('up' as const) : ('down' as const)]));
      this.record(this.moves.furthest(directions, this.threshold));
    }
  }

  private isSafe(cell: CountCell): boolean {
    for (const direction of ['up', 'down'] as const) {
      if (this.isKnownSafe(cell)) return true;
      this.record(this.moves.furthest(new Map([[cell, direction]]), this.threshold));
    }
    return this.isKnownSafe(cell);
  }

  private isKnownSafe(cell: CountCell): boolean {
    const [highest, lowest] = [this.highest.get(cell) ?? 0, this.lowest.get(cell) ?? 0];
    return Math.floor(highest + PRECISION) - Math.ceil(lowest - PRECISION) >= this.threshold;
  }

  private record(move: Move): void {
    // the same way back is possible too, until a cell would be empty
    const rises = [...move].filter(([, by]) => by > 0);
    const back = Math.min(this.threshold, ...rises.map(([cell, by]) => roomBelow(cell) / by));
    for (const [cell, by] of move) {
      this.highest.set(cell, Math.max(this.highest.get(cell) ?? 0, by, -by * back));
      this.lowest.set(cell, Math.min(this.lowest.get(cell) ?? 0, by, -by * back));
    }
  }

  /** Hides what it takes for a cell to be higher than it could be so far: cells as deep as itself first, wholes last. */
  private hideMore(cell: CountCell): readonly CountCell[] {
    const next = Math.floor((this.highest.get(cell) ?? 0) + PRECISION) + 1;
    const enough = Math.max(this.threshold - roomBelow(cell), next);
    for (let depth = cell.depth; depth >= 0; depth -= 1) {
      const mayMove = (other: CountCell): boolean => other.depth >= depth && !this.shown.has(other.name);
      for (const goal of new Set([enough, next])) {
        const move = this.moves.cheapest(cell, goal, mayMove);
        const more = [...move.keys()].filter(({ name }) => !this.hidden.has(name));
        this.record(move);
        for (const { name } of more) this.hidden.add(name);
        this.moves.hide(more.map(({ name }) => name));
        if (more.length > 0) return more;
      }
    }
    return [];
  }
}
