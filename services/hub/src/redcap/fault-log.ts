import type { RedcapFault, RedcapRule } from './redcap-fault';

/** An export with labels is wrong in every cell: nobody reads more than this. */
const MOST_KEPT = 1000;

/** Collects the faults of one file: all are counted, the first thousand kept. */
export class FaultLog {
  private readonly kept: RedcapFault[] = [];
  private counted = 0;

  /** In the order of their rows. */
  get faults(): readonly RedcapFault[] {
    return this.kept.toSorted((one, other) => one.row - other.row);
  }

  get count(): number {
    return this.counted;
  }

  add(rule: RedcapRule, row: number, message: string, column?: string): void {
    this.counted += 1;
    if (this.kept.length < MOST_KEPT) this.kept.push(column === undefined ? { rule, row, message } : { rule, row, column, message });
  }
}
