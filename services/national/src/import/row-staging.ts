import type { CalendarDate } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import type { FileKind, IncomingRow } from '../intake';
import { copyRows, type Sql, selectOne, selectRows, sql } from '../storage';

/** Where a row belongs, and what of it all patients' rules look at. */
export type RowPlace = Pick<IncomingRow, 'kind' | 'code' | 'line' | 'fields'>;

/** A row that was staged, as it was handed over. */
export interface StagedRow<R> {
  readonly kind: FileKind;
  readonly code: string;
  readonly row: R;
}

/** Rows of one kind that follow each other and are of one patient. */
interface Waiting {
  readonly patientCode: string;
  /** The kind's place among all of them. */
  readonly kind: number;
  /** Of the first row. */
  readonly line: number;
  /** As JSON: it is shorter than what it was made from, and it is what will be stored. */
  readonly rows: string[];
  news?: string;
  withdrawn: boolean;
}

interface Fetched {
  readonly patientCode: string;
  readonly kind: number;
  readonly rows: string;
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

/** Characters that are in memory at one time while a bundle is read, and as many again that are being written. */
const LENGTH_AT_ONCE = 2_000_000;
/** What sorting may take before it goes to disk. */
const SORT_MEMORY = '64MB';

/**
 * Where rows wait until all of a patient can be looked at together: in temporary tables of the registry's own database, which go
 * with the transaction. So memory does not grow with what is handed over, and in no file outside the database is a patient.
 */
export class RowStaging<R> {
  private waiting: Waiting[] = [];
  private length = 0;
  private writing: Promise<void> = Promise.resolve();

  private readonly places: ReadonlyMap<FileKind, number>;

  private constructor(
    private readonly manager: EntityManager,
    private readonly kinds: readonly FileKind[],
  ) {
    this.places = new Map(kinds.map((kind, place) => [kind, place]));
  }

  /** @param kinds of the rows that there may be, in the order in which a patient's are handed back */
  static async open<R>(manager: EntityManager, kinds: readonly FileKind[]): Promise<RowStaging<R>> {
    await selectRows(
      manager,
      sql`
        CREATE TEMPORARY TABLE staged_rows (
          patient_code text COLLATE "C" NOT NULL, kind smallint NOT NULL, line integer NOT NULL, rows text NOT NULL,
          news date, withdrawn boolean NOT NULL
        ) ON COMMIT DROP`,
    );
    return new RowStaging<R>(manager, kinds);
  }

  take({ kind, code, line, fields }: RowPlace, row: R): void {
    const place = this.places.get(kind) ?? 0;
    const text = JSON.stringify(row);
    this.length += text.length;
    const last = this.waiting.at(-1);
    if (last?.patientCode === code && last.kind === place) {
      last.rows.push(text);
      noteNews(last, kind, fields);
      return;
    }
    const group = { patientCode: code, kind: place, line, rows: [text], withdrawn: false };
    noteNews(group, kind, fields);
    this.waiting.push(group);
  }

  get isFull(): boolean {
    return this.length >= LENGTH_AT_ONCE;
  }

  /** Hands on what waits, once the rows before it are written; reading goes on meanwhile. */
  async flush(): Promise<void> {
    const staged = this.waiting;
    this.waiting = [];
    this.length = 0;
    await this.writing;
    this.writing = this.write(staged);
    // a failure is told when the next rows are written
    this.writing.catch(() => undefined);
  }

  /** Waits until nothing is being written any more; whether it could be written, {@link seal} tells. */
  async settled(): Promise<void> {
    await this.writing.catch(() => undefined);
  }

  private async write(staged: readonly Waiting[]): Promise<void> {
    await copyRows(this.manager, table, lazily(staged));
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

  /** Takes rows out again, to be staged anew: those of one code, some at a time. */
  async *takeOut(code: string): AsyncGenerator<readonly R[]> {
    await this.flush();
    await this.writing;
    const mine = sql`staged_rows.patient_code = ${code}`;
    const ordered = sql`SELECT staged_rows.rows FROM staged_rows WHERE ${mine} ORDER BY staged_rows.line`;
    await selectRows(this.manager, sql`DECLARE taken NO SCROLL CURSOR FOR ${ordered}`);
    const fetch = (): Promise<readonly { readonly rows: string }[]> => selectRows(this.manager, sql`FETCH 1000 FROM taken`);
    for (let fetched = await fetch(); fetched.length > 0; fetched = await fetch()) {
      yield fetched.flatMap(({ rows }) => JSON.parse(rows) as R[]);
    }
    await selectRows(this.manager, sql`CLOSE taken`);
    await selectRows(this.manager, sql`DELETE FROM staged_rows WHERE ${mine}`);
  }

  /** The latest last contact or notification that the rows tell of, of patients whose withdrawal they do not tell. */
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
  async *portions(patients: number): AsyncGenerator<readonly StagedRow<R>[]> {
    await selectRows(
      this.manager,
      sql`
        DECLARE staged NO SCROLL CURSOR FOR
        SELECT staged_rows.patient_code AS "patientCode", staged_rows.kind, staged_rows.rows FROM staged_rows
         ORDER BY staged_rows.patient_code, staged_rows.kind, staged_rows.line`,
    );
    const codes = new Set<string>();
    let portion: StagedRow<R>[] = [];
    for await (const fetched of this.fetches()) {
      for (const { patientCode: code, kind: place, rows } of fetched) {
        if (codes.size === patients && !codes.has(code)) {
          yield portion;
          portion = [];
          codes.clear();
        }
        codes.add(code);
        const kind = this.kinds[place];
        if (kind !== undefined) for (const row of JSON.parse(rows) as R[]) portion.push({ kind, code, row });
      }
    }
    if (portion.length > 0) yield portion;
  }

  /** What the cursor gives, the next of it asked for while what is there is looked at. */
  private async *fetches(): AsyncGenerator<readonly Fetched[]> {
    const fetch = (): Promise<readonly Fetched[]> => selectRows(this.manager, sql`FETCH 2000 FROM staged`);
    let next = fetch();
    for (let fetched = await next; fetched.length > 0; fetched = await next) {
      next = fetch();
      // a failure is told when it is waited for; whoever stops before has another one to tell
      next.catch(() => undefined);
      yield fetched;
    }
  }
}

function* lazily(staged: readonly Waiting[]): Generator<object> {
  for (const { rows, ...group } of staged) yield { ...group, rows: `[${rows.join(',')}]` };
}

function noteNews(group: Waiting, kind: FileKind, fields: IncomingRow['fields']): void {
  if (kind !== 'patient' && kind !== 'failure') return;
  const news = fields[kind === 'patient' ? 'lastContactOn' : 'notifiedOn'];
  if (news !== undefined && (group.news === undefined || String(news) > group.news)) group.news = String(news);
  if (kind === 'patient' && fields['consentWithdrawnOn'] !== undefined) group.withdrawn = true;
}
