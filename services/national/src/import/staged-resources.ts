import { bundleFormat, type CalendarDate, columnName, parseCalendarDate, type RecordKind, recordKinds } from '@registry-hub/shared/domain';
import { type FhirPart, type FhirPlace, type FhirProblem, FhirReader, type FhirRow, type ResourceEntry } from '../fhir';
import { type ImportProblem, type IncomingRow, type ParsedBundle, ProblemLog, type ReadFiles, RowCollector } from '../intake';
import type { ImportOptions } from './import-options';
import type { RowStaging } from './row-staging';
import type { StagedBundle } from './staged-bundle';

export interface ResourceOptions {
  /** The registry's own, ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly today: CalendarDate;
  readonly tell?: ImportOptions['tell'];
  /** Is told every problem as soon as it is found, with its resource and element. */
  readonly report: (problem: FhirProblem) => void;
}

/** Patients whose parts are in memory at one time: they take ten times as much as rows. */
const PATIENTS_JOINED = 200;

/** Where what refers to an address that is not known yet waits: it is nobody's code. */
const NOBODY = '';

const fieldsByColumn = new Map(
  recordKinds.flatMap((kind) => Object.keys(bundleFormat[kind].columns).map((field) => [columnName(field), field])),
);
const kindOfFile = new Map<string, RecordKind>(recordKinds.map((kind) => [bundleFormat[kind].file, kind]));

/**
 * What came as FHIR, staged part by part and joined when it is taken back, patient by patient. To the rules it is a bundle of files
 * whose rows are numbered as they are made; whatever is found in a row is told of the resource and element that it was read from.
 */
export class StagedResources implements StagedBundle {
  private readonly reader: FhirReader;
  private readonly centerParts: FhirPart[] = [];
  private readonly kinds = new Set<RecordKind>();
  /** The centres, and the rows of the portion at hand, by file and line. */
  private readonly centerRows = new Map<string, FhirRow>();
  private readonly rowsAtHand = new Map<string, FhirRow>();
  private sealed: Pick<StagedBundle, 'patients' | 'centers' | 'isCheckable'> | undefined;
  private refused = false;
  private resources = 0;
  private parts = 0;
  private rows = 0;
  private anyWaits = false;

  constructor(
    private readonly staging: RowStaging<FhirPart>,
    private readonly options: ResourceOptions,
  ) {
    this.reader = new FhirReader(options.country, options.today, (problem) => this.report(problem));
  }

  get patients(): number {
    return this.sealed?.patients ?? 0;
  }

  get centers(): ParsedBundle {
    return this.sealed?.centers ?? new RowCollector(new ProblemLog(), []).bundle(this.files);
  }

  get isCheckable(): boolean {
    return this.sealed?.isCheckable ?? false;
  }

  get isRefused(): boolean {
    return this.refused;
  }

  get files(): ReadFiles {
    return { rows: this.rows, kinds: this.kinds, lostKinds: new Set() };
  }

  async read(entries: AsyncIterable<ResourceEntry>): Promise<void> {
    for await (const entry of entries) {
      for (const part of this.reader.take(entry)) this.place(part, false);
      this.resources += 1;
      await this.flushFull();
    }
    if (!this.anyWaits) return;
    for await (const waiting of this.staging.takeOut(NOBODY)) {
      for (const part of waiting) this.place(part, true);
      await this.flushFull();
    }
  }

  /** To be called when all was read. */
  async seal(): Promise<void> {
    const log = new ProblemLog();
    const collector = new RowCollector(log, []);
    for (const row of this.reader.join(this.centerParts)) {
      for (const incoming of this.numbered(row, this.centerRows)) collector.take(incoming);
    }
    const patients = await this.staging.seal();
    this.sealed = { patients, centers: collector.bundle(this.files), isCheckable: !this.refused };
  }

  latestNews(): Promise<CalendarDate | undefined> {
    return this.staging.latestNews();
  }

  async *portions(patients: number): AsyncGenerator<readonly IncomingRow[]> {
    for await (const staged of this.staging.portions(Math.min(patients, PATIENTS_JOINED))) {
      this.rowsAtHand.clear();
      const rows = this.reader.join(staged.map(({ row }) => row));
      yield rows.flatMap((row) => this.numbered(row, this.rowsAtHand));
    }
  }

  show(problems: readonly ImportProblem[]): void {
    for (const { severity, file, line, column, rule, message } of problems) {
      this.report({ ...this.placeOf(file, line, column), severity, rule, message });
    }
  }

  private place(part: FhirPart, isLast: boolean): void {
    const { kind } = part;
    this.kinds.add(kind);
    if (kind === 'center') {
      this.centerParts.push(part);
      return;
    }
    const code = this.reader.ownerOf(part, isLast);
    this.parts += 1;
    const line = this.parts;
    if (code === undefined) {
      this.anyWaits = true;
      this.staging.take({ kind, code: NOBODY, line, fields: {} }, part);
    } else if (code === '') {
      // nobody's, and so joined with nothing: reading it tells what is wrong with it
      this.reader.join([part]);
    } else {
      this.staging.take({ kind, code, line, fields: daysOf(part) }, part);
    }
  }

  private async flushFull(): Promise<void> {
    if (!this.staging.isFull) return;
    await this.staging.flush();
    this.options.tell?.({ stage: 'READING', rows: this.resources });
  }

  /** A row that does not say whose it is can't be looked at: what is wrong with it has been told. */
  private numbered(row: FhirRow, rows: Map<string, FhirRow>): readonly IncomingRow[] {
    const { kind, fields, whole, objection } = row;
    const code = fields[bundleFormat[kind].key[0] ?? ''];
    this.rows += 1;
    if (typeof code !== 'string') return [];
    const line = this.rows;
    rows.set(`${kind} ${line}`, row);
    return [{ kind, code, line, fields, whole, ...(objection && { objection }) }];
  }

  private placeOf(file: string, line: number, column: string | undefined): FhirPlace {
    const kind = kindOfFile.get(file);
    if (kind === undefined) return { path: file };
    const place = `${kind} ${line}`;
    const row = this.rowsAtHand.get(place) ?? this.centerRows.get(place);
    return row?.placeOf(fieldsByColumn.get(column ?? '') ?? bundleFormat[kind].key[0] ?? '') ?? { path: file };
  }

  private report(problem: FhirProblem): void {
    this.refused ||= problem.severity === 'HARD';
    this.options.report(problem);
  }
}

/** The days by which the registry's latest news are known before a row is read; what is no day is told when it is. */
function daysOf({ kind, fields }: FhirPart): IncomingRow['fields'] {
  if (kind !== 'patient' && kind !== 'failure') return {};
  return Object.fromEntries(
    fields.flatMap(([field, { value }]) => (parseCalendarDate(String(value)) === undefined ? [] : [[field, String(value)]])),
  );
}
