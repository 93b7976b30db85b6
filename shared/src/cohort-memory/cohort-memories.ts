import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import type { AnsweredCohort, CohortMemory, RememberedCohort } from '../disclosure';
import { type CohortIdentity, cohortKey } from '../statistics';
import { AnsweredCohortStore } from './answered-cohort-store';
import type { Asker } from './asker';
import { DisclosureLogWriter } from './disclosure-log-writer';

/** How much of what was answered to one person is remembered. */
export interface MemoryLimits {
  /** Different cohorts, of which the latest are kept. */
  readonly cohorts: number;
  /** Days since a cohort was answered last. */
  readonly days: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** People whose cohorts are kept in this process's memory as well. */
const MOST_SUBJECTS = 1000;

/**
 * What was answered to whom, in PostgreSQL: several processes share it. Each keeps what it has read; before an answer it
 * asks for what came since, which is one look-up in an index.
 */
export class CohortMemories {
  private readonly read = new LRUCache<string, readonly RememberedCohort[]>({ max: MOST_SUBJECTS });
  private readonly store: AnsweredCohortStore;
  private readonly logWriter: DisclosureLogWriter;

  constructor(
    dataSource: DataSource,
    private readonly limits: MemoryLimits,
    private readonly clock: () => Date,
  ) {
    this.store = new AnsweredCohortStore(dataSource);
    this.logWriter = new DisclosureLogWriter(dataSource, clock);
  }

  /** The memory of one person's cohorts. */
  of(asker: Asker): CohortMemory {
    return {
      recall: () => this.recall(asker.subject),
      firstAnswered: (cohort) => this.firstAnswered(asker.subject, cohort),
      note: (cohort, known) => this.note(asker.subject, cohort, known),
      log: (close) => this.logWriter.write(asker, close),
    };
  }

  private async recall(subject: string): Promise<readonly RememberedCohort[]> {
    const known = this.read.get(subject) ?? [];
    const since = this.oldest();
    const news = await this.store.select(subject, { after: known.at(-1)?.number ?? 0, since, most: this.limits.cohorts });
    const lasting = known.filter(({ answeredAt, filter }) => answeredAt >= since || filter.freeze !== undefined);
    const remembered = news.length > 0 || lasting.length < known.length ? [...lasting, ...news].slice(-this.limits.cohorts) : known;
    this.read.set(subject, remembered);
    return remembered;
  }

  private async firstAnswered(subject: string, cohort: CohortIdentity): Promise<RememberedCohort | undefined> {
    const key = cohortKey(cohort);
    return this.read.get(subject)?.find((one) => one.key === key) ?? this.store.find(subject, key);
  }

  private async note(subject: string, cohort: AnsweredCohort, known: readonly RememberedCohort[]): Promise<readonly RememberedCohort[]> {
    const key = cohortKey(cohort);
    const own = known.find((one) => one.key === key);
    const at = this.clock();
    if (own === undefined)
      return this.store.insert(subject, { ...cohort, key, answeredAt: at }, known, { ...this.limits, since: this.oldest() });
    if (isAsRemembered(own, cohort, at)) return [];
    await this.store.renew({ ...own, ...cohort, answeredAt: at });
    // what this process has read of the subject is read again
    this.read.delete(subject);
    return [];
  }

  private oldest(): Date {
    return new Date(this.clock().getTime() - this.limits.days * DAY_MS);
  }
}

/** Whether nothing about it needs to be written: the time of the answer is kept to the day. */
function isAsRemembered(own: RememberedCohort, { size, refusing }: AnsweredCohort, at: Date): boolean {
  const isFresh = at.getTime() - own.answeredAt.getTime() < DAY_MS;
  return isFresh && own.size === size && own.refusing.join() === refusing.join();
}
