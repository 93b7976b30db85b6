import { reasonOf } from '../errors';
import { isRunning } from '../processes';
import type { PartReport } from '../supervisor';

/** A part as it answers now. */
export type PartHealth = PartReport;

const WITHIN_MS = 3000;

/** Asks a part whether it is ready; UP is what answers so, whatever its supervisor last saw. */
export async function partHealth(part: PartReport): Promise<PartHealth> {
  if (part.state !== 'UP') return part;
  const note = part.kind === 'database' ? databaseFault(part) : await serviceFault(part.url);
  return note === undefined ? part : { ...part, state: 'DOWN', note };
}

function databaseFault({ pid }: PartReport): string | undefined {
  return pid !== undefined && isRunning(pid) ? undefined : 'its process is gone';
}

async function serviceFault(url: string | undefined): Promise<string | undefined> {
  if (url === undefined) return 'its address is not known';
  try {
    const response = await fetch(new URL('/health/ready', url), { signal: AbortSignal.timeout(WITHIN_MS) });
    await response.body?.cancel();
    return response.ok ? undefined : `it answers ${response.status}`;
  } catch (error) {
    return `no answer (${reasonOf(error)})`;
  }
}
