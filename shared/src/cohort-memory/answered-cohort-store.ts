import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../database';
import type { RememberedCohort } from '../disclosure';
import { type CohortIdentity, cohortKey } from '../statistics';
import { textDigest } from './text-digest';

/** Which of a subject's cohorts are wanted: those numbered after one, answered since a time, the latest of them. */
export interface CohortSelection {
  readonly after: number;
  readonly since: Date;
  readonly most: number;
}

interface CohortRow {
  readonly number: string;
  readonly cohort: CohortIdentity;
  readonly size: number;
  readonly refusing: readonly string[];
  readonly flagged_threshold: number | null;
  readonly answered_at: Date;
}

const COLUMNS = ['number', 'cohort', 'size', 'refusing', 'flagged_threshold', 'answered_at']
  .map((name) => `answered_cohorts.${name}`)
  .join(', ');
/** Of a freeze: what was answered of it is to be answered just so again, however much later. */
const OF_A_FREEZE = "(answered_cohorts.cohort -> 'filter') ? 'freeze'";

/** With a subject's digest it makes the number of an advisory lock: another kind of lock takes another one. */
const LOCK_SEED = 20_060_703;

/** Cohorts that were answered, by subject. */
export class AnsweredCohortStore {
  constructor(private readonly dataSource: DataSource) {}

  /** By ascending number. */
  select(subject: string, selection: CohortSelection): Promise<readonly RememberedCohort[]> {
    return selectCohorts(this.dataSource.manager, subject, selection);
  }

  /** One cohort by its key, however old. */
  async find(subject: string, key: string): Promise<RememberedCohort | undefined> {
    const rows = await this.dataSource.manager.query<CohortRow[]>(
      `SELECT ${COLUMNS} FROM answered_cohorts WHERE answered_cohorts.subject = $1 AND answered_cohorts.digest = $2`,
      [subject, textDigest(key)],
    );
    return rows.map(rememberedCohort)[0];
  }

  /**
   * Adds a cohort, one at a time for each subject, and drops those that are too many or too old then, but for those of freezes.
   *
   * @param known what the cohort was compared with @returns what came since; with any, nothing was added
   */
  insert(
    subject: string,
    cohort: Omit<RememberedCohort, 'number'>,
    known: readonly RememberedCohort[],
    { since, cohorts: most }: { readonly since: Date; readonly cohorts: number },
  ): Promise<readonly RememberedCohort[]> {
    return inTransaction(this.dataSource, async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, $2))', [subject, LOCK_SEED]);
      const news = await selectCohorts(manager, subject, { after: known.at(-1)?.number ?? 0, since, most });
      if (news.length > 0) return news;
      await manager.query(
        `DELETE FROM answered_cohorts
          WHERE answered_cohorts.subject = $1 AND NOT (${OF_A_FREEZE})
            AND (answered_cohorts.answered_at < $2 OR answered_cohorts.number IN (
                  SELECT older.number FROM answered_cohorts AS older
                   WHERE older.subject = $1 ORDER BY older.number DESC OFFSET $3))`,
        [subject, since, most - 1],
      );
      const { filter, countries, key, size, refusing, flaggedThreshold, answeredAt } = cohort;
      await manager.query(
        `INSERT INTO answered_cohorts (subject, digest, cohort, size, refusing, flagged_threshold, answered_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [subject, textDigest(key), { filter, countries }, size, refusing, flaggedThreshold ?? null, answeredAt],
      );
      return [];
    });
  }

  /** Keeps what its latest answer told of a cohort. */
  async renew({ number, size, refusing, answeredAt }: RememberedCohort): Promise<void> {
    await this.dataSource.manager.query(
      'UPDATE answered_cohorts SET size = $2, refusing = $3, answered_at = $4 WHERE answered_cohorts.number = $1',
      [number, size, refusing, answeredAt],
    );
  }
}

async function selectCohorts(
  manager: EntityManager,
  subject: string,
  { after, since, most }: CohortSelection,
): Promise<readonly RememberedCohort[]> {
  const rows = await manager.query<CohortRow[]>(
    `SELECT ${COLUMNS}
       FROM answered_cohorts
      WHERE answered_cohorts.subject = $1 AND answered_cohorts.number > $2 AND (answered_cohorts.answered_at >= $3 OR ${OF_A_FREEZE})
      ORDER BY answered_cohorts.number DESC LIMIT $4`,
    [subject, after, since, most],
  );
  return rows.toReversed().map(rememberedCohort);
}

function rememberedCohort(row: CohortRow): RememberedCohort {
  const { number, cohort, size, refusing, flagged_threshold: flaggedThreshold, answered_at: answeredAt } = row;
  return {
    ...cohort,
    key: cohortKey(cohort),
    number: Number(number),
    size,
    refusing,
    ...(flaggedThreshold === null ? {} : { flaggedThreshold }),
    answeredAt,
  };
}
