import type { Logger } from './logger';
import { StartRefusal } from './start-refusal';

/** A composed process: what it opened, and how to close it. */
export interface RunningProcess {
  /** The address other parts reach it at. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Runs a process from its composition to a clean end: tells a supervising parent (IPC) when it answers, closes on SIGTERM,
 * SIGINT or when the parent is gone, and ends with one sentence and exit code 1 when it can't start. A start that settings forbid is
 * told to the parent by itself: to try again would be of no use.
 */
export async function runProcess(logger: Logger, compose: () => Promise<RunningProcess>): Promise<void> {
  let running: RunningProcess | undefined;
  let ending = false;
  const end = async (reason: string): Promise<void> => {
    if (ending) return;
    ending = true;
    logger.info({ reason }, 'closing');
    await running?.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void end('SIGTERM'));
  process.once('SIGINT', () => void end('SIGINT'));
  process.once('disconnect', () => void end('supervisor is gone'));
  try {
    running = await compose();
  } catch (error) {
    logger.error({ kind: error instanceof Error ? error.name : typeof error }, 'start failed');
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof StartRefusal) await tellParent({ type: 'refused', reason: error.message });
    process.exit(1);
  }
  logger.info({ url: running.url }, 'ready');
  process.send?.({ type: 'ready', url: running.url });
}

/** Waits until the message is on its way, where there is a parent. */
function tellParent(message: object): Promise<void> {
  return new Promise((resolve) => {
    if (process.send) process.send(message, () => resolve());
    else resolve();
  });
}
