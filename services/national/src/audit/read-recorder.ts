import type { Logger } from '@registry-hub/shared/server';
import type { ReadAction } from './audit-action';
import type { Actor, ReadDraft } from './audit-draft';

export interface ReadRecorderParts {
  /** Appends to the trail, all or nothing. */
  readonly write: (drafts: readonly ReadDraft[]) => Promise<void>;
  readonly clock: () => Date;
  readonly logger: Pick<Logger, 'warn' | 'error'>;
}

/** Reads that wait to be written, at most. */
const CAPACITY = 10_000;
const READS_PER_WRITE = 500;
const RETRY_MS = 1000;

/**
 * Records reads of patient-level data in the background, in their order, so that no reader waits for the trail.
 *
 * What may be lost: a process that is killed takes with it the reads that were not written yet. These are the ones of the
 * last write, which takes milliseconds, or those since the database stopped answering or an import began to append; never more than
 * 10,000. When so many wait, further reads are refused rather than go unrecorded.
 */
export class ReadRecorder {
  private readonly waiting: ReadDraft[] = [];
  private writing: Promise<void> | undefined;
  private retry: NodeJS.Timeout | undefined;

  constructor(private readonly parts: ReadRecorderParts) {}

  /**
   * Takes note of a page of patients before it is shown.
   *
   * @throws Error when too many reads wait to be written
   */
  record(by: Actor, action: ReadAction, patientCodes: readonly string[]): void {
    if (this.waiting.length >= CAPACITY) throw new Error('Patients can not be read now: too many reads wait for the audit trail.');
    this.waiting.push({ by, action, patientCodes, at: this.parts.clock() });
    this.start();
  }

  /** Writes what waits. Reads that even now can't be written are counted in the log. */
  async close(): Promise<void> {
    clearTimeout(this.retry);
    await this.writing;
    await this.drain();
    clearTimeout(this.retry);
    if (this.waiting.length > 0) this.parts.logger.error({ reads: this.waiting.length }, 'reads are missing from the audit trail');
  }

  private start(): void {
    if (this.retry) return;
    this.writing ??= this.drain().finally(() => {
      this.writing = undefined;
    });
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.slice(0, READS_PER_WRITE);
      try {
        await this.parts.write(batch);
      } catch (error) {
        this.parts.logger.warn({ reason: error instanceof Error ? error.message : String(error) }, 'reads are not recorded yet');
        this.retryLater();
        return;
      }
      this.waiting.splice(0, batch.length);
    }
  }

  private retryLater(): void {
    this.retry = setTimeout(() => {
      this.retry = undefined;
      this.start();
    }, RETRY_MS).unref();
  }
}
