import { bundleFormat, type RecordKind, recordKinds } from '@registry-hub/shared/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { type Actor, AuditTrail } from '../audit';
import type { ExtensionFormat } from '../extension';
import { ExtensionRecordStore, inSnapshot, inTransaction, patientCodes, recordBatches } from '../storage';
import { extensionHeader, extensionLine, headerLine, recordLine } from './csv-cells';
import type { ExportedFile } from './exported-file';
import { fhirFiles } from './fhir-files';

/** Patients in one entry of the audit trail. */
const PATIENTS_PER_ENTRY = 1000;

/**
 * Hands a country's registry over as the bundle that it could have come as: all nine files, columns in the order of the format,
 * rows in the order of their keys, each value in one form. So importing an export changes nothing, and two exports of the same
 * registry are the same to the byte. Withdrawn patients are not in it, since nothing of them is stored; neither is what a bundle
 * has no place for (data queries, record status, verifications, objections). Records of the country's extensions are in files of their
 * own beside the nine.
 */
export class RegistryExporter {
  /** Resolved when no export is being recorded: one that is has two connections, and several that wait for their second have all. */
  private recorded: Promise<void> = Promise.resolve();

  /** @param formats of the extensions that are on at the time */
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: () => Date,
    private readonly formats: () => readonly ExtensionFormat[] = () => [],
  ) {}

  /**
   * Reads the registry as it stands at one moment, a few records at a time. Whom it shows is in the audit trail before anything
   * is shown.
   *
   * @param hand given the files; the export lasts until it ends
   */
  export(by: Actor, hand: HandOver): Promise<void> {
    return this.handOver(by, async (manager) => [...bundleFiles(manager), ...(await extensionFiles(manager, this.formats()))], hand);
  }

  /** The same as FHIR R4: a file of NDJSON for each resource type, with the objections that a bundle has no place for. */
  exportFhir(by: Actor, hand: HandOver): Promise<void> {
    return this.handOver(by, async (manager) => fhirFiles(manager), hand);
  }

  private async handOver(by: Actor, filesOf: FilesOf, hand: HandOver): Promise<void> {
    let leave = (): void => undefined;
    const before = this.recorded;
    this.recorded = new Promise((resolve) => {
      leave = resolve;
    });
    await before;
    try {
      await inSnapshot(this.dataSource, async (manager) => {
        await this.record(manager, by);
        leave();
        await hand(await filesOf(manager));
      });
    } finally {
      leave();
    }
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

type FilesOf = (manager: EntityManager) => Promise<readonly ExportedFile[]>;
type HandOver = (files: readonly ExportedFile[]) => Promise<void>;

const bundleFiles = (manager: EntityManager): readonly ExportedFile[] =>
  recordKinds.map((kind) => ({ name: bundleFormat[kind].file, text: () => textOf(manager, kind) }));

/** Files of extensions, those without records left out: a registry elsewhere that has no such extension takes the others. */
async function extensionFiles(manager: EntityManager, formats: readonly ExtensionFormat[]): Promise<readonly ExportedFile[]> {
  const store = new ExtensionRecordStore(manager);
  const files: ExportedFile[] = [];
  for (const format of formats) {
    if (await store.isEmpty(format)) continue;
    files.push({
      name: format.file,
      text: async function* () {
        yield extensionHeader(format);
        for await (const records of store.batches(format)) yield records.map((record) => extensionLine(format, record)).join('');
      },
    });
  }
  return files;
}

async function* textOf(manager: EntityManager, kind: RecordKind): AsyncGenerator<string> {
  yield headerLine(kind);
  for await (const records of recordBatches(manager, kind)) yield records.map((record) => recordLine(kind, record)).join('');
}
