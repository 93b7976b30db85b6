import { setImmediate } from 'node:timers/promises';
import { comparableCase } from '@registry-hub/shared/clinical';
import { type CalendarDate, type Center, calendarDateOf } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import type { ExtensionFormat, InstalledExtensions, NationalExtension } from '../extension';
import {
  bundleShapes,
  compareProblems,
  type ImportProblem,
  type IncomingRow,
  type ParsedBundle,
  ProblemLog,
  RowCollector,
} from '../intake';
import { CaseStore, CenterClosureStore, ExtensionRecordStore, latestNewsOf, WithdrawalStore } from '../storage';
import { type CheckedBundle, checkBundle, type ExistingRegistry } from '../validation';
import { type ChangePart, OpenChange } from '../writing';
import { changeOf } from './change-of';
import { ComparedCases } from './compared-cases';
import type { ImportOptions } from './import-options';
import type { ImportReport } from './import-report';
import { ReadProblems } from './read-problems';
import { byPatients, patientsAmong } from './rows-of-patients';
import type { StagedBundle } from './staged-bundle';

/** Patients that are looked at, and in memory, at one time. */
const PATIENTS_AT_ONCE = 1000;

/** Patients that are checked before others have their turn. */
const PATIENTS_A_TURN = 50;

/** The registry that a bundle goes into. */
export interface ImportTarget {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Extensions whose files are taken. */
  readonly open: readonly NationalExtension[];
  /** Those whose rows follow what is stored. */
  readonly installed: InstalledExtensions;
}

/** What is the same for all portions of a bundle. */
interface WholeBundle {
  readonly staged: StagedBundle;
  readonly readProblems: ReadProblems;
  /** The registry's centres before the import. */
  readonly known: ReadonlyMap<string, Center>;
  readonly closedCenters: ReadonlySet<string>;
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
  private readonly formats: readonly ExtensionFormat[];

  constructor(
    private readonly manager: EntityManager,
    private readonly target: ImportTarget,
    private readonly options: ImportOptions,
    private readonly patientsAtOnce = PATIENTS_AT_ONCE,
  ) {
    this.formats = target.open.flatMap(({ formats }) => formats);
  }

  async run(staged: StagedBundle): Promise<ImportReport> {
    this.refused = staged.isRefused;
    if (!staged.isCheckable) return this.refusal(staged);
    const whole = await this.wholeBundle(staged);
    await this.storeAll(whole);

    const { refused, patients } = this;
    const problems = [...whole.readProblems.all, ...this.problems].toSorted(compareProblems);
    const report = { refused, rows: staged.files.rows, patients, problems };
    if (refused) return { ...report, stored: false, patientsChanged: 0, dataQueriesRaised: 0 };
    const { patientsChanged, dataQueriesRaised } = await whole.change.finish();
    return { ...report, stored: !this.options.dryRun, patientsChanged, dataQueriesRaised };
  }

  /** Of what can't be checked, what is wrong with it is told all the same. */
  private async refusal(staged: StagedBundle): Promise<ImportReport> {
    const { patients } = staged;
    for await (const _ of staged.portions(this.patientsAtOnce));
    const { rows } = staged.files;
    return { stored: false, refused: true, rows, patients, patientsChanged: 0, dataQueriesRaised: 0, problems: staged.centers.problems };
  }

  private async wholeBundle(staged: StagedBundle): Promise<WholeBundle> {
    const { by, now: at } = this.options;
    staged.show(staged.centers.problems);
    return {
      staged,
      readProblems: new ReadProblems(staged.centers.problems, bundleShapes(this.formats)),
      known: await new CaseStore(this.manager).centers(),
      closedCenters: await new CenterClosureStore(this.manager).closedAt(calendarDateOf(at)),
      latestNews: later(await latestNewsOf(this.manager), await staged.latestNews()),
      compared: await ComparedCases.open(this.manager),
      change: await OpenChange.begin(this.manager, { action: 'IMPORT', by, at, extensions: this.target.installed }),
    };
  }

  /** Each portion is checked while the one before it is stored. */
  private async storeAll(whole: WholeBundle): Promise<void> {
    const { staged } = whole;
    const { patients: of } = staged;
    let checked: ChangePart | undefined;
    let patients = 0;
    for await (const rows of atLeastOne(staged.portions(this.patientsAtOnce))) {
      const existing = await this.existingFor(whole, rows);
      const next = await together(this.check(whole, rows, existing, checked === undefined), this.store(whole, checked));
      await whole.compared.add((next.cases ?? []).map(({ after }) => after));
      checked = next;
      patients += new Set(rows.map(({ code }) => code)).size;
      if (patients > 0) this.options.tell?.({ stage: 'STORING', patients, of });
    }
    await this.store(whole, checked);
  }

  private async store({ change }: WholeBundle, part: ChangePart | undefined): Promise<void> {
    if (part && !this.refused) await change.apply(part);
  }

  /**
   * Checks a portion a few patients at a time, and lets others have their turn in between: the database, which is storing, and
   * whoever else asks this service something.
   *
   * @param isFirst the centres go with the first portion
   */
  private async check(whole: WholeBundle, rows: readonly IncomingRow[], existing: ExistingRegistry, isFirst: boolean): Promise<ChangePart> {
    const { country, open: extensions } = this.target;
    const context = { country, today: calendarDateOf(this.options.now), extensions };
    const parts: ChangePart[] = [];
    const others = [...(existing.others ?? [])];
    for (const few of byPatients(rows, PATIENTS_A_TURN)) {
      const withCenters = isFirst && parts.length === 0;
      const around = { ...existing, others, ...(withCenters && { isEmpty: whole.known.size === 0, centers: whole.known }) };
      const checked = checkBundle(this.portionOf(whole, few, withCenters), around, context);
      this.note(checked, whole, whole.readProblems.of(few));
      parts.push(changeOf(checked, around));
      for (const { facts } of checked.cases) others.push(comparableCase(facts));
      await setImmediate();
    }
    const ofOthers = parts.at(-1)?.others;
    return {
      centers: parts.flatMap(({ centers = [] }) => centers),
      cases: parts.flatMap(({ cases = [] }) => cases),
      extensionRecords: parts.flatMap(({ extensionRecords = [] }) => extensionRecords),
      withdrawals: parts.flatMap(({ withdrawals = [] }) => withdrawals),
      // the last few were compared with all before them
      others: new Map((existing.others ?? []).map(({ patientCode }) => [patientCode, ofOthers?.get(patientCode) ?? []])),
    };
  }

  private note(
    { problems, refused, cases, withdrawals }: CheckedBundle,
    { staged }: WholeBundle,
    toldAlready: readonly ImportProblem[],
  ): void {
    const told = new Set(toldAlready);
    const fresh = problems.filter((problem) => !told.has(problem));
    staged.show(fresh);
    for (const problem of fresh) this.problems.push(problem);
    this.refused ||= refused || staged.isRefused;
    this.patients += cases.length + withdrawals.length;
  }

  /** What the registry, the bundle's centres with it, holds of these patients and of others like them. */
  private async existingFor(
    { known, closedCenters, staged: { centers }, latestNews, compared }: WholeBundle,
    rows: readonly IncomingRow[],
  ): Promise<ExistingRegistry> {
    const codes = [...new Set(rows.map(({ code }) => code))];
    const cases = await new CaseStore(this.manager).load(codes);
    const patients = [...patientsAmong(rows), ...[...cases.values()].map(({ patient }) => patient)];
    const ofBundle = centers.records.center.map(({ record }) => [record.centerCode, record] as const);
    const owners = [...codes, ...centers.extensionRecords.map(({ code }) => code)];
    return {
      isEmpty: false,
      centers: new Map([...known, ...ofBundle]),
      closedCenters,
      cases,
      extensionRecords: await new ExtensionRecordStore(this.manager).load(this.formats, owners),
      tombstones: await new WithdrawalStore(this.manager).among(codes),
      others: await compared.neighboursOf(patients),
      ...(latestNews && { latestNews }),
    };
  }

  /** The rows of some patients as a bundle of their own. */
  private portionOf(
    { staged: { files, centers }, readProblems }: WholeBundle,
    rows: readonly IncomingRow[],
    isFirst: boolean,
  ): ParsedBundle {
    const collector = new RowCollector(new ProblemLog(), this.formats);
    for (const row of rows) collector.take(row);
    const { records, extensionRecords, problems, gaps, ...portion } = collector.bundle(files);
    return {
      ...portion,
      records: isFirst ? { ...records, center: centers.records.center } : records,
      extensionRecords: isFirst ? [...centers.extensionRecords, ...extensionRecords] : extensionRecords,
      problems: [...readProblems.of(rows), ...problems],
      gaps: { ...gaps, codes: new Set([...centers.gaps.codes, ...gaps.codes]) },
    };
  }
}

/** Waits for both, whatever becomes of either: nothing may go on in a transaction whose end has begun. */
async function together<T>(work: Promise<T>, beside: Promise<void>): Promise<T> {
  const [worked, done] = await Promise.allSettled([work, beside]);
  if (done.status === 'rejected') throw done.reason;
  if (worked.status === 'rejected') throw worked.reason;
  return worked.value;
}

/** Centres may come alone: then there is one portion without patients. */
async function* atLeastOne(portions: AsyncIterable<readonly IncomingRow[]>): AsyncGenerator<readonly IncomingRow[]> {
  let any = false;
  for await (const portion of portions) {
    any = true;
    yield portion;
  }
  if (!any) yield [];
}

function later(one: CalendarDate | undefined, other: CalendarDate | undefined): CalendarDate | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}
