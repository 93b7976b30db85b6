import type { FaultLog } from './fault-log';
import type { RedcapFault } from './redcap-fault';

/** What came of a conversion. Nothing is left on disk when there was a fault. */
export interface Conversion {
  /** By file, the first thousand of each. */
  readonly faults: readonly { readonly file: string; readonly fault: RedcapFault }[];
  readonly faultCount: number;
  /** Rows written below the header, by file. */
  readonly written: readonly { readonly file: string; readonly rows: number }[];
}

/** The conversion that was refused for the faults of these files; undefined when there are none. */
export function refusal(logs: readonly { readonly file: string; readonly log: FaultLog }[]): Conversion | undefined {
  const faultCount = logs.reduce((sum, { log }) => sum + log.count, 0);
  if (faultCount === 0) return undefined;
  return { faults: logs.flatMap(({ file, log }) => log.faults.map((fault) => ({ file, fault }))), faultCount, written: [] };
}
