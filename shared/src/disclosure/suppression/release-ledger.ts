import { HubError } from '../../errors';
import { isSmall } from '../is-small';
import { type CountClaims, type HiddenCounts, NOTHING_HIDDEN } from './count-claims';
import { mergeClaims } from './merge-claims';
import { protectCounts } from './protect-counts';
import type { SuppressionSolver } from './solver';

/** With more counts at once than these the decision takes longer than an answer may. */
const MOST_COUNTS = 4000;

/**
 * What is released of one cohort in one operation: all figures that are asked for together are decided on together, so that
 * what one of them hides no other tells. For a figure that is asked for later, what went before it is decided.
 */
export class ReleaseLedger {
  private released: readonly CountClaims[] = [];
  private hidden: HiddenCounts = NOTHING_HIDDEN;

  constructor(private readonly solver: SuppressionSolver) {}

  /**
   * Decides which of the counts that figures would tell must not leave.
   *
   * @param threshold k
   * @throws HubError DISCLOSURE_REFUSED when too many figures are asked for at once, or they would tell what was hidden before;
   *   CONFLICT when a registry changed since the figures before
   */
  admit(claims: readonly CountClaims[], threshold: number): HiddenCounts {
    if (threshold <= 1) return NOTHING_HIDDEN;
    const all = [...this.released, ...claims];
    this.hidden = this.decide(all, threshold);
    this.released = all;
    return this.hidden;
  }

  private decide(claims: readonly CountClaims[], threshold: number): HiddenCounts {
    if (!mayTell(claims, threshold)) return NOTHING_HIDDEN;
    const system = mergeClaims(claims);
    if (system.cells.length > MOST_COUNTS) {
      throw refused(`These figures hold ${system.cells.length} counts; expected at most ${MOST_COUNTS} at once where some are small.`);
    }
    const shown = this.released.flatMap(({ cells }) => cells.map(({ name }) => name)).filter((name) => !this.hidden.has(name));
    const { hidden, exposed } = protectCounts(this.solver, system, threshold, { hidden: this.hidden, shown: new Set(shown) });
    if (exposed.length > 0) throw refused('Together with what was released before, these figures would speak of too few patients.');
    return hidden;
  }
}

/** Whether a count is small, or could be between the ends of two divisions of one measure: mostly not, and nothing is to be done. */
function mayTell(claims: readonly CountClaims[], threshold: number): boolean {
  const divisions = claims.reduce((count, { scales = [] }) => count + scales.length, 0);
  return divisions > 1 || claims.some(({ cells }) => cells.some(({ count }) => isSmall(count, threshold)));
}

function refused(message: string): HubError {
  return new HubError('DISCLOSURE_REFUSED', message);
}
