import DataLoader from 'dataloader';
import type { DisclosurePolicy } from '../../disclosure';
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
}

/** Refuses figures that may not be released for want of countries. @throws HubError DISCLOSURE_REFUSED */
export type CheckCoverage = (coverage: Coverage, filter: CohortFilter) => void;

/**
 * One cohort within one operation. All figures asked of it go to the pool in one question: a country gets one request for
 * them, however many they are.
 */
export class CohortInquiry {
  private readonly figures: DataLoader<FigureQuestion, PooledFigure, string>;

  constructor(
    readonly policy: DisclosurePolicy,
    readonly filter: CohortFilter,
    private readonly checkCoverage: CheckCoverage,
    pool: PartialPool,
  ) {
    this.figures = new DataLoader<FigureQuestion, PooledFigure, string>(
      async (figures) => {
        const { question, coverage, figures: pooled } = await pool.ask({ filter, figures });
        return figures.map((_, index) => ({ counts: pooled[index] ?? NO_COUNTS, countries: question.countries, coverage }));
      },
      { cacheKeyFn: (figure) => canonicalText(figure) },
    );
  }

  /** Exact pooled counts of a figure: to be passed through disclosure control before they are shown. */
  async ask(figure: FigureQuestion): Promise<PooledFigure> {
    const pooled = await this.figures.load(figure);
    this.checkCoverage(pooled.coverage, this.filter);
    return pooled;
  }

  /** Which countries the figures of this inquiry speak for. */
  async coverage(): Promise<Coverage> {
    return (await this.figures.load({ kind: 'size' })).coverage;
  }
}

/** The cohorts of one operation: the same filter, asked for under two aliases, is one inquiry. */
export class CohortInquiries {
  private readonly byFilter = new Map<string, CohortInquiry>();

  constructor(
    private readonly pool: PartialPool,
    private readonly policy: DisclosurePolicy,
    private readonly checkCoverage: CheckCoverage,
  ) {}

  of(filter: CohortFilter): CohortInquiry {
    const key = canonicalText(filter);
    const known = this.byFilter.get(key);
    if (known) return known;
    const inquiry = new CohortInquiry(this.policy, filter, this.checkCoverage, this.pool);
    this.byFilter.set(key, inquiry);
    return inquiry;
  }
}
