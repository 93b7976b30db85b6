import { type CalendarDate, type Center, calendarDateOf } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import {
  BundleReader,
  compareProblems,
  type ImportProblem,
  type IncomingRow,
  type ParsedBundle,
  ProblemLog,
  type ReadFiles,
  RowCollector,
} from '../intake';
import { CaseStore, latestNewsOf, WithdrawalStore } from '../storage';
import { type CheckedBundle, checkBundle, type ExistingRegistry, mentionedPatients } from '../validation';
import { OpenChange } from '../writing';
import type { BundleSource } from './bundle-source';
import { changeOf } from './change-of';
import { ComparedCases } from './compared-cases';
import type { ImportOptions } from './import-options';
import type { ImportReport } from './import-report';
import { ReadProblems } from './read-problems';
import { RowStaging } from './row-staging';

/** Patients that are looked at, and in memory, at one time. */
const PATIENTS_AT_ONCE = 1000;

/** What is the same for all portions of a bundle. */
interface WholeBundle {
  readonly files: ReadFiles;
  /** The centres alone. */
  readonly centers: ParsedBundle;
  readonly readProblems: ReadProblems;
  /** The registry's centres before the import. */
  readonly known: ReadonlyMap<string, Center>;
  readonly latestNews: CalendarDate | undefined;
  readonly compared: ComparedCases;
  readonly change: OpenChange;
}

/**
 * An import of a bundle of any size, in one transaction. Its rows are staged in the database, come back patient by patient in code
 * order, and are checked and stored portion by portion, each as a small bundle would be; what a rule must know beyond a portion (the
 * registry's latest news, patients alike) is known for the whole bundle. Once something is refused nothing more is stored, and the
 * rest is still checked, so that every problem is told.
 */
export class PortionedImport {
  private readonly problems: ImportProblem[] = [];
  private refused = false;
  private patients = 0;

  constructor(
    private readonly manager: EntityManager,
    private readonly country: string,
    private readonly options: ImportOptions,
    private readonly patientsAtOnce = PATIENTS_AT_ONCE,
  ) {}

  async run(source: BundleSource): Promise<ImportReport> {
    const staging = await RowStaging.open(this.manager);
    const log = new ProblemLog();
    const centers = new RowCollector(log);
    const reader = new BundleReader(this.country, log, (row) => (row.kind === 'center' ? centers.take(row) : staging.take(row)));
    await this.read(source, reader, staging);
    const of = await staging.seal();
    const { files } = reader;
    const whole = await this.wholeBundle(files, centers.bundle(files), staging);
    await this.storeAll(whole, staging, of);

    const { refused, patients } = this;
    const problems = [...whole.readProblems.all, ...this.problems].toSorted(compareProblems);
    const report = { refused, rows: files.rows, patients, problems };
    if (refused) return { ...report, stored: false, patientsChanged: 0, dataQueriesRaised: 0 };
    const { patientsChanged, dataQueriesRaised } = await whole.change.finish();
    return { ...report, stored: !this.options.dryRun, patientsChanged, dataQueriesRaised };
  }

  private async read(source: BundleSource, reader: BundleReader, staging: RowStaging): Promise<void> {
    for await (const { name, pieces } of source) {
      const file = reader.open(name);
      for await (const piece of pieces) {
        file?.read(piece);
        if (!staging.isFull) continue;
        await staging.flush();
        this.options.tell?.({ stage: 'READING', rows: reader.files.rows });
      }
      file?.end();
    }
  }

  private async wholeBundle(files: ReadFiles, centers: ParsedBundle, staging: RowStaging): Promise<WholeBundle> {
    const readProblems = new ReadProblems(centers.problems);
    this.refused = readProblems.refuse;
    const { by, now: at } = this.options;
    return {
      files,
      centers,
      readProblems,
      known: await new CaseStore(this.manager).centers(),
      latestNews: later(await latestNewsOf(this.manager), await staging.latestNews()),
      compared: await ComparedCases.open(this.manager),
      change: await OpenChange.begin(this.manager, { action: 'IMPORT', by, at }),
    };
  }

  private async storeAll(whole: WholeBundle, staging: RowStaging, of: number): Promise<void> {
    let isFirst = true;
    let patients = 0;
    for await (const rows of staging.portions(this.patientsAtOnce)) {
      await this.storePortion(whole, rows, isFirst);
      isFirst = false;
      patients = Math.min(patients + this.patientsAtOnce, of);
      this.options.tell?.({ stage: 'STORING', patients, of });
    }
    // centres may come alone
    if (isFirst) await this.storePortion(whole, [], true);
  }

  /** @param isFirst the centres go with the first portion */
  private async storePortion(whole: WholeBundle, rows: readonly IncomingRow[], isFirst: boolean): Promise<void> {
    const bundle = portionOf(whole, rows, isFirst);
    const existing = await this.existingFor(whole, bundle, isFirst);
    const checked = checkBundle(bundle, existing, { country: this.country, today: calendarDateOf(this.options.now) });
    this.note(checked, whole.readProblems.of(rows));
    await whole.compared.add(checked.cases.map(({ facts }) => facts));
    if (!this.refused) await whole.change.apply(changeOf(checked, existing));
  }

  private note({ problems, refused, cases, withdrawals }: CheckedBundle, toldAlready: readonly ImportProblem[]): void {
    const told = new Set(toldAlready);
    for (const problem of problems) if (!told.has(problem)) this.problems.push(problem);
    this.refused ||= refused;
    this.patients += cases.length + withdrawals.length;
  }

  private async existingFor(
    { known, centers, latestNews, compared }: WholeBundle,
    bundle: ParsedBundle,
    isFirst: boolean,
  ): Promise<ExistingRegistry> {
    const codes = [...mentionedPatients(bundle.records)];
    const cases = await new CaseStore(this.manager).load(codes);
    const patients = [...bundle.records.patient.map(({ record }) => record), ...[...cases.values()].map(({ patient }) => patient)];
    const ofBundle = centers.records.center.map(({ record }) => [record.centerCode, record] as const);
    return {
      isEmpty: isFirst && known.size === 0,
      centers: isFirst ? known : new Map([...known, ...ofBundle]),
      cases,
      tombstones: await new WithdrawalStore(this.manager).among(codes),
      others: await compared.neighboursOf(patients),
      ...(latestNews && { latestNews }),
    };
  }
}

/** The rows of some patients as a bundle of their own. */
function portionOf({ files, centers, readProblems }: WholeBundle, rows: readonly IncomingRow[], isFirst: boolean): ParsedBundle {
  const log = new ProblemLog();
  const collector = new RowCollector(log);
  for (const row of rows) collector.take(row);
  const { records, problems, gaps, ...portion } = collector.bundle(files);
  return {
    ...portion,
    records: isFirst ? { ...records, center: centers.records.center } : records,
    problems: [...readProblems.of(rows), ...problems],
    gaps: { ...gaps, codes: new Set([...centers.gaps.codes, ...gaps.codes]) },
  };
}

function later(one: CalendarDate | undefined, other: CalendarDate | undefined): CalendarDate | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}
