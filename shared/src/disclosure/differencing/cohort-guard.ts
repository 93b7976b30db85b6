import { HubError } from '../../errors';
import {
  type CohortFilter,
  type CohortIdentity,
  cohortIdentity,
  type FigureQuestion,
  NO_COUNTS,
  type PartialPool,
  type PooledAnswer,
  readDifferences,
} from '../../statistics';
import type { DifferencingControl, ReleaseRules } from '../release-rules';
import { closeCohorts, cohortsBefore, differencesQuestion, settingsOf } from './close-cohorts';
import type { CloseCohorts, Closeness, RememberedCohort } from './cohort-memory';
import { refusedForDifferencing } from './differencing-texts';

/** What the first answer about a cohort tells of it. */
interface Standing {
  readonly cohort: CohortIdentity;
  readonly size: number;
  readonly refusing: readonly string[];
  /** Whether so few are in it that nothing but zeros is released: there is nothing then that a difference could be taken of. */
  readonly tellsNothing: boolean;
  readonly remembered: readonly RememberedCohort[];
  readonly close: readonly CloseCohorts[];
  /** Of a cohort of a freeze that was answered before: what became of it then, and would now. */
  readonly settled?: readonly Closeness[];
}

interface FirstAnswer {
  readonly answer: PooledAnswer;
  /** Absent for who sees exact figures. */
  readonly standing?: Standing;
}

/**
 * One cohort of one caller, on its way out: before its first figure is released it is compared with all that were answered to
 * this caller before, and then remembered itself. Countries count what that takes along with the figures, in one request.
 */
export class CohortGuard {
  private first: Promise<FirstAnswer> | undefined;
  private admission: Promise<void> | undefined;

  /** @param remembered what was answered to the caller before this operation */
  constructor(
    private readonly filter: CohortFilter,
    private readonly pool: PartialPool,
    private readonly rules: ReleaseRules,
    private readonly remembered: () => Promise<readonly RememberedCohort[]>,
  ) {}

  /**
   * Exact figures, which are not released as yet.
   *
   * @throws HubError CONFLICT when other countries answer than the first time
   */
  async ask(figures: readonly FigureQuestion[]): Promise<PooledAnswer> {
    if (this.first === undefined) {
      this.first = this.askFirst(figures);
      return (await this.first).answer;
    }
    const [answer, first] = await Promise.all([this.pool.ask({ filter: this.filter, figures }), this.first]);
    if (answer.coverage.answered.join() !== first.answer.coverage.answered.join()) throw otherCountries();
    return answer;
  }

  /** The cohorts answered before that this one, once asked about, comes too close to. */
  async close(): Promise<readonly Closeness[]> {
    const standing = (await this.first)?.standing;
    return standing?.settled ?? standing?.close ?? [];
  }

  /**
   * Lets figures of a cohort that was asked about pass, and remembers that they did.
   *
   * @throws HubError DISCLOSURE_REFUSED when the cohort may not be answered after another one
   */
  admit(): Promise<void> {
    this.admission ??= this.admitOnce();
    return this.admission;
  }

  private async askFirst(figures: readonly FigureQuestion[]): Promise<FirstAnswer> {
    const { filter, pool, rules } = this;
    if (rules.differencing === undefined) return { answer: await pool.ask({ filter, figures }) };
    const remembered = await this.remembered();
    const answer = await pool.ask({ filter, figures: [...figures, differencesQuestion(remembered)] });
    return { answer, standing: await this.standingOf(remembered, answer, rules.differencing) };
  }

  private async standingOf(
    remembered: readonly RememberedCohort[],
    answer: PooledAnswer,
    differencing: DifferencingControl,
  ): Promise<Standing> {
    const { answered } = answer.coverage;
    const cohort = cohortIdentity(this.filter, answered);
    const { size } = readDifferences(answer.figures.at(-1) ?? NO_COUNTS, differencesQuestion(remembered));
    const refusing = answered.filter((country) => answer.settings.get(country)?.differencingRefused === true);
    const known = cohort.filter.freeze === undefined ? undefined : await differencing.memory.firstAnswered(cohort);
    if (known) {
      const decision = differencing.refuses(settingsOf(answered, answer.settings)) ? 'REFUSED' : 'FLAGGED';
      const settled = known.flaggedThreshold === undefined ? [] : [{ decision, threshold: known.flaggedThreshold } as const];
      return { cohort, size, refusing, tellsNothing: false, remembered, close: [], settled };
    }
    const tellsNothing = size < this.rules.policy(settingsOf(answered, answer.settings)).threshold;
    const close = tellsNothing ? [] : closeCohorts(cohort, remembered, answer, this.rules);
    return { cohort, size, refusing, tellsNothing, remembered, close };
  }

  private async admitOnce(): Promise<void> {
    const { differencing } = this.rules;
    const standing = (await this.first)?.standing;
    if (differencing === undefined || standing === undefined || standing.tellsNothing) return;
    await this.remember(standing, differencing);
  }

  private async remember(standing: Standing, { memory }: DifferencingControl): Promise<void> {
    const { cohort, size, refusing, settled } = standing;
    const barred = settled?.find(({ decision }) => decision === 'REFUSED');
    if (barred) throw refusedForDifferencing(barred);
    if (settled) return;
    let { remembered, close } = standing;
    let flagged: CloseCohorts | undefined;
    for (;;) {
      if (close.length > 0) await memory.log(close);
      const refused = close.find(({ decision }) => decision === 'REFUSED');
      if (refused) throw refusedForDifferencing(refused);
      flagged ??= close[0];
      const flag = cohort.filter.freeze !== undefined && flagged ? { flaggedThreshold: flagged.threshold } : {};
      const news = await memory.note({ ...cohort, size, refusing, ...flag }, remembered);
      if (news.length === 0) return;
      remembered = [...remembered, ...news];
      close = await this.compare(cohort, news, remembered);
    }
  }

  /** Asks the countries once more, for cohorts that another operation of this caller was answered meanwhile. */
  private async compare(
    cohort: CohortIdentity,
    news: readonly RememberedCohort[],
    remembered: readonly RememberedCohort[],
  ): Promise<readonly CloseCohorts[]> {
    const before = cohortsBefore(cohort, remembered);
    const others = news.filter((other) => before.includes(other));
    if (others.length === 0) return [];
    const answer = await this.pool.ask({ filter: this.filter, figures: [differencesQuestion(others)] });
    if (answer.coverage.answered.join() !== cohort.countries.join()) throw otherCountries();
    return closeCohorts(cohort, others, answer, this.rules);
  }
}

function otherCountries(): HubError {
  return new HubError('CONFLICT', 'A registry stopped answering, or came back, while this was worked out; ask again.');
}
