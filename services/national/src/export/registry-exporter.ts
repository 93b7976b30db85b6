import { bundleFormat, type RecordKind, recordKinds } from '@registry-hub/shared/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { type Actor, AuditTrail } from '../audit';
import { inSnapshot, inTransaction, patientCodes, recordBatches } from '../storage';
import { headerLine, recordLine } from './csv-cells';

/** One file of an exported bundle. */
export interface ExportedFile {
  readonly name: string;
  /** The file's text, piece by piece; to be read while the export lasts, one file after the other. */
  readonly text: () => AsyncGenerator<string>;
}

/** Patients in one entry of the audit trail. */
const PATIENTS_PER_ENTRY = 1000;

/**
 * Hands a country's registry over as the bundle that it could have come as: all nine files, columns in the order of the format,
 * rows in the order of their keys, each value in one form. So importing an export changes nothing, and two exports of the same
 * registry are the same to the byte. Withdrawn patients are not in it, since nothing of them is stored; neither is what a bundle
 * has no place for (data queries, record status, verifications, objections).
 */
export class RegistryExporter {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: () => Date,
  ) {}

  /**
   * Reads the registry as it stands at one moment, a few records at a time. Whom it shows is in the audit trail before anything
   * is shown.
   *
   * @param hand given the files; the export lasts until it ends
   */
  async export(by: Actor, hand: (files: readonly ExportedFile[]) => Promise<void>): Promise<void> {
    await inSnapshot(this.dataSource, async (manager) => {
      await this.record(manager, by);
      await hand(recordKinds.map((kind) => ({ name: bundleFormat[kind].file, text: () => textOf(manager, kind) })));
    });
  }

  private async record(snapshot: EntityManager, by: Actor): Promise<void> {
    const at = this.clock();
    for await (const codes of patientCodes(snapshot, PATIENTS_PER_ENTRY)) {
      await inTransaction(this.dataSource, (manager) =>
        new AuditTrail(manager).append([{ action: 'EXPORT', by, at, patientCodes: codes }]),
      );
    }
  }
}

async function* textOf(manager: EntityManager, kind: RecordKind): AsyncGenerator<string> {
  yield headerLine(kind);
  for await (const records of recordBatches(manager, kind)) yield records.map((record) => recordLine(kind, record)).join('');
}
