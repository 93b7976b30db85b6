import type { Logger } from '@registry-hub/shared/server';
import type { DataSource } from 'typeorm';
import { inTransaction } from '../storage';
import { AuditTrail } from './audit-trail';
import { ReadRecorder } from './read-recorder';

/** A recorder of reads that lives as long as the process, to be closed before the data source is. */
export function createReadRecorder(dataSource: DataSource, clock: () => Date, logger: Pick<Logger, 'warn' | 'error'>): ReadRecorder {
  return new ReadRecorder({
    write: (reads) => inTransaction(dataSource, (manager) => new AuditTrail(manager).append(reads)),
    clock,
    logger,
  });
}
