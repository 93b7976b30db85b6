import DataLoader from 'dataloader';
import {
  type CloseCohorts,
  CohortGuard,
  type DisclosurePolicy,
  type ReleaseRules,
  type RememberedCohort,
  settingsOf,
} from '../../disclosure';
import {
  type CohortFilter,
  type Counts,
  type Coverage,
  canonicalText,
  type FigureQuestion,
  NO_COUNTS,
  type PartialPool,
} from '../../statistics';

/** A figure's exact pooled counts, with the countries that are in them. */
export interface PooledFigure {
  readonly counts: Counts;
  readonly countries: readonly string[];
  readonly coverage: Coverage;
  /** What may be released of them. */
  readonly policy: DisclosurePolicy;
}

/**
 * One cohort within one operation. All figures asked of it go to the pool in one question: a country gets one request for
 * them, however many they are.
 */
export class CohortInquiry {
  private readonly figures: DataLoader<FigureQuestion, PooledFigure, string>;
  private readonly guard: CohortGuard;

  constructor(
    readonly filter: CohortFilter,
    pool: PartialPool,
    private readonly rules: ReleaseRules,
    remembered: () => Promise<readonly RememberedCohort[]>,
  ) {
    this.guard = new CohortGuard(filter, pool, rules, remembered);
    this.figures = new DataLoader<FigureQuestion, PooledFigure, string>((figures) => this.load(figures), {
      cacheKeyFn: (figure) => canonicalText(figure),
    });
  }

  /**
   * Exact pooled counts of a figure: to be passed through disclosure control before they are shown.
   *
   * @throws HubError DISCLOSURE_REFUSED when no figure of this cohort may be released
   */
  async ask(figure: FigureQuestion): Promise<PooledFigure> {
    const pooled = await this.figures.load(figure);
    this.rules.checkCoverage(pooled.coverage, this.filter, pooled.policy);
    await this.guard.admit();
    return pooled;
  }

  /** Which countries the figures of this inquiry speak for. */
  async coverage(): Promise<Coverage> {
    return (await this.figures.load({ kind: 'size' })).coverage;
  }

  /** What may be released of this cohort, and which earlier ones it comes too close to. */
  async disclosure(): Promise<{ readonly policy: DisclosurePolicy; readonly close: readonly CloseCohorts[] }> {
    const { policy } = await this.figures.load({ kind: 'size' });
    return { policy, close: await this.guard.close() };
  }

  private async load(asked: readonly FigureQuestion[]): Promise<readonly PooledFigure[]> {
    const { question, coverage, settings, figures } = await this.guard.ask(asked);
    const policy = this.rules.policy(settingsOf(coverage.answered, settings));
    return asked.map((_, index) => ({ counts: figures[index] ?? NO_COUNTS, countries: question.countries, coverage, policy }));
  }
}

/** The cohorts of one operation: the same filter, asked for under two aliases, is one inquiry. */
export class CohortInquiries {
  private readonly byFilter = new Map<string, CohortInquiry>();
  private remembered: Promise<readonly RememberedCohort[]> | undefined;

  constructor(
    private readonly pool: PartialPool,
    private readonly rules: ReleaseRules,
  ) {}

  of(filter: CohortFilter): CohortInquiry {
    const key = canonicalText(filter);
    const known = this.byFilter.get(key);
    if (known) return known;
    const inquiry = new CohortInquiry(filter, this.pool, this.rules, () => this.recall());
    this.byFilter.set(key, inquiry);
    return inquiry;
  }

  private recall(): Promise<readonly RememberedCohort[]> {
    this.remembered ??= this.rules.differencing?.memory.recall() ?? Promise.resolve([]);
    return this.remembered;
  }
}
