import type { DataSource } from 'typeorm';
import { type DifferencingDecision, describeFilter } from '../disclosure';
import type { CohortIdentity } from '../statistics';

/** A cohort as people read of it. */
export interface LoggedCohort {
  readonly filter: string;
  readonly countries: readonly string[];
}

/** That someone asked for a cohort which differs by few patients from one answered to the same person before. */
export interface DisclosureLogEntry {
  readonly number: number;
  readonly at: Date;
  readonly subject: string;
  readonly role: string;
  readonly decision: DifferencingDecision;
  /** k: the cohorts differ by 1 to k − 1 patients. */
  readonly threshold: number;
  readonly asked: LoggedCohort;
  readonly earlier: LoggedCohort;
}

interface LogRow {
  readonly number: string;
  readonly logged_at: Date;
  readonly subject: string;
  readonly role: string;
  readonly decision: DifferencingDecision;
  readonly threshold: number;
  readonly asked: CohortIdentity;
  readonly earlier: CohortIdentity;
}

/** The log as a country's coordinator reads it: entries about cohorts in which the country's patients are, or could be. */
export class DisclosureLog {
  constructor(
    private readonly dataSource: DataSource,
    private readonly country: string,
  ) {}

  /** Newest first. @param before the number of an entry: those older than it @param most how many at most */
  async entries(most: number, before?: number): Promise<readonly DisclosureLogEntry[]> {
    const rows = await this.dataSource.manager.query<LogRow[]>(
      `SELECT disclosure_log.number, disclosure_log.logged_at, disclosure_log.subject, disclosure_log.role, disclosure_log.decision,
              disclosure_log.threshold, disclosure_log.asked, disclosure_log.earlier
         FROM disclosure_log
        WHERE $1 = ANY (disclosure_log.countries) AND ($2::bigint IS NULL OR disclosure_log.number < $2::bigint)
        ORDER BY disclosure_log.number DESC LIMIT $3`,
      [this.country, before ?? null, most],
    );
    return rows.map(({ number, logged_at: at, asked, earlier, ...rest }) => ({
      ...rest,
      number: Number(number),
      at,
      asked: readable(asked),
      earlier: readable(earlier),
    }));
  }

  async count(): Promise<number> {
    const [row] = await this.dataSource.manager.query<{ n: number }[]>(
      'SELECT count(*)::integer AS n FROM disclosure_log WHERE $1 = ANY (disclosure_log.countries)',
      [this.country],
    );
    return row?.n ?? 0;
  }
}

function readable({ filter, countries }: CohortIdentity): LoggedCohort {
  return { filter: describeFilter(filter), countries };
}
