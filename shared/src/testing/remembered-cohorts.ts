import type { AnsweredCohort, CloseCohorts, CohortMemory, RememberedCohort } from '../disclosure';
import { type CohortIdentity, cohortKey } from '../statistics';

/** The memory of one caller's cohorts within this process: gone with it, and without limits. */
export class RememberedCohorts implements CohortMemory {
  readonly cohorts: RememberedCohort[] = [];
  readonly logged: CloseCohorts[] = [];

  recall(): Promise<readonly RememberedCohort[]> {
    return Promise.resolve([...this.cohorts]);
  }

  firstAnswered(cohort: CohortIdentity): Promise<RememberedCohort | undefined> {
    const key = cohortKey(cohort);
    return Promise.resolve(this.cohorts.find((one) => one.key === key));
  }

  note(cohort: AnsweredCohort, known: readonly RememberedCohort[]): Promise<readonly RememberedCohort[]> {
    const key = cohortKey(cohort);
    if (known.some((one) => one.key === key)) return Promise.resolve([]);
    const news = this.cohorts.slice(known.length);
    if (news.length === 0) this.cohorts.push({ ...cohort, key, number: this.cohorts.length + 1, answeredAt: new Date(0) });
    return Promise.resolve(news);
  }

  log(close: readonly CloseCohorts[]): Promise<void> {
    this.logged.push(...close);
    return Promise.resolve();
  }
}
