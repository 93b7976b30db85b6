import type { CalendarDate } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import type { FileKind, IncomingRow } from '../intake';
import { copyRows, type Sql, selectOne, selectRows, sql } from '../storage';

/** Of one file, rows that follow each other and are of one patient. */
interface StagedRows {
  readonly patientCode: string;
  /** The kind's place among all of them. */
  readonly kind: number;
  /** Of the first row. */
  readonly line: number;
  readonly rows: Pick<IncomingRow, 'line' | 'fields' | 'whole'>[];
}

const table = {
  name: 'staged_rows',
  columns: ['patientCode', 'kind', 'line', 'rows', 'news', 'withdrawn'].map((property) => ({
    property,
    name: property === 'patientCode' ? 'patient_code' : property,
    type: 'text',
    isArray: false,
  })),
};

/** Staged rows that are in memory at one time, while a bundle is read and while it is taken back. */
const ROWS_AT_ONCE = 10_000;
/** What sorting may take before it goes to disk. */
const SORT_MEMORY = '64MB';

/**
 * Where the rows of a bundle wait until all rows of a patient can be looked at together: in temporary tables of the registry's own
 * database, which go with the transaction. So memory does not grow with the bundle, and in no file outside the database is a patient.
 */
export class RowStaging {
  private waiting: StagedRows[] = [];
  private writing: Promise<void> = Promise.resolve();

  private readonly places: ReadonlyMap<FileKind, number>;

  private constructor(
    private readonly manager: EntityManager,
    private readonly kinds: readonly FileKind[],
  ) {
    this.places = new Map(kinds.map((kind, place) => [kind, place]));
  }

  /** @param kinds of the rows that there may be, in the order in which a patient's are handed back */
  static async open(manager: EntityManager, kinds: readonly FileKind[]): Promise<RowStaging> {
    await selectRows(
      manager,
      sql`
        CREATE TEMPORARY TABLE staged_rows (
          patient_code text COLLATE "C" NOT NULL, kind smallint NOT NULL, line integer NOT NULL, rows text NOT NULL,
          news date, withdrawn boolean NOT NULL
        ) ON COMMIT DROP`,
    );
    return new RowStaging(manager, kinds);
  }

  take({ kind, code, line, fields, whole }: IncomingRow): void {
    const place = this.places.get(kind) ?? 0;
    const last = this.waiting.at(-1);
    const row = { line, fields, whole };
    if (last?.patientCode === code && last.kind === place) last.rows.push(row);
    else this.waiting.push({ patientCode: code, kind: place, line, rows: [row] });
  }

  get isFull(): boolean {
    return this.waiting.length >= ROWS_AT_ONCE;
  }

  /** Hands on what waits, once the rows before it are written; reading goes on meanwhile. */
  async flush(): Promise<void> {
    const staged = this.waiting;
    this.waiting = [];
    await this.writing;
    this.writing = this.write(staged);
    // a failure is told when the next rows are written
    this.writing.catch(() => undefined);
  }

  /** Waits until nothing is being written any more; whether it could be written, {@link seal} tells. */
  async settled(): Promise<void> {
    await this.writing.catch(() => undefined);
  }

  private async write(staged: readonly StagedRows[]): Promise<void> {
    await copyRows(
      this.manager,
      table,
      staged.map(({ rows, ...place }) => ({ ...place, ...newsOf(this.kinds[place.kind], rows), rows: JSON.stringify(rows) })),
    );
  }

  /** To be called when all rows are there. @returns the number of patients */
  async seal(): Promise<number> {
    await this.flush();
    await this.writing;
    const run = (statement: Sql): Promise<unknown> => selectRows(this.manager, statement);
    await run(sql`SELECT set_config('work_mem', ${SORT_MEMORY}, true)`);
    await run(sql`CREATE TEMPORARY TABLE staged_patients ON COMMIT DROP AS SELECT DISTINCT staged_rows.patient_code FROM staged_rows`);
    await run(sql`ALTER TABLE staged_patients ADD PRIMARY KEY (patient_code)`);
    await run(sql`ANALYZE staged_patients`);
    return (await selectOne<{ n: number }>(this.manager, sql`SELECT count(*)::integer AS n FROM staged_patients`)).n;
  }

  /** The latest last contact or notification that the bundle tells of, of patients whose withdrawal it does not tell. */
  async latestNews(): Promise<CalendarDate | undefined> {
    const { latest } = await selectOne<{ latest: CalendarDate | null }>(
      this.manager,
      sql`
        SELECT max(staged_rows.news) AS latest FROM staged_rows
         WHERE staged_rows.patient_code NOT IN (SELECT withdrawn.patient_code FROM staged_rows AS withdrawn WHERE withdrawn.withdrawn)`,
    );
    return latest ?? undefined;
  }

  /** The rows again, in order of their patients' codes, and of each patient those of a kind in the order of their lines. */
  async *portions(patients: number): AsyncGenerator<readonly IncomingRow[]> {
    await selectRows(
      this.manager,
      sql`
        DECLARE staged NO SCROLL CURSOR FOR
        SELECT staged_rows.patient_code AS "patientCode", staged_rows.kind, staged_rows.rows FROM staged_rows
         ORDER BY staged_rows.patient_code, staged_rows.kind, staged_rows.line`,
    );
    const codes = new Set<string>();
    let portion: IncomingRow[] = [];
    for (let fetched = await this.fetch(); fetched.length > 0; fetched = await this.fetch()) {
      for (const { patientCode, kind: place, rows } of fetched) {
        if (codes.size === patients && !codes.has(patientCode)) {
          yield portion;
          portion = [];
          codes.clear();
        }
        codes.add(patientCode);
        const kind = this.kinds[place];
        if (kind === undefined) continue;
        const parsed = JSON.parse(rows) as StagedRows['rows'];
        for (const { line, fields, whole } of parsed) portion.push({ kind, code: patientCode, line, fields, whole });
      }
    }
    if (portion.length > 0) yield portion;
  }

  private fetch(): Promise<readonly (Pick<StagedRows, 'patientCode' | 'kind'> & { readonly rows: string })[]> {
    return selectRows(this.manager, sql`FETCH 5000 FROM staged`);
  }
}

/** What the rows say that all patients' rules look at. */
function newsOf(kind: FileKind | undefined, rows: StagedRows['rows']): { readonly news?: string; readonly withdrawn: boolean } {
  if (kind !== 'patient' && kind !== 'failure') return { withdrawn: false };
  const values = (field: string): readonly string[] =>
    rows.flatMap(({ fields }) => (fields[field] === undefined ? [] : [String(fields[field])]));
  const news = values(kind === 'patient' ? 'lastContactOn' : 'notifiedOn')
    .toSorted()
    .at(-1);
  return { ...(news && { news }), withdrawn: kind === 'patient' && values('consentWithdrawnOn').length > 0 };
}
