import DataLoader from 'dataloader';
import {
  type CountClaims,
  type DisclosurePolicy,
  type HiddenCounts,
  NOTHING_HIDDEN,
  ReleaseLedger,
  type SuppressionSolver,
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
}

/** A figure that is to be released: how it is read from pooled counts, and which counts of patients it would tell. */
export interface FigureRequest<F> {
  readonly question: FigureQuestion;
  readonly read: (pooled: PooledFigure) => F;
  readonly claims: (figure: F) => CountClaims;
}

/** An exact figure, with the counts that must not leave. */
export interface GatedFigure<F> {
  readonly figure: F;
  readonly hidden: HiddenCounts;
}

/** Refuses figures that may not be released for want of countries. @throws HubError DISCLOSURE_REFUSED */
export type CheckCoverage = (coverage: Coverage, filter: CohortFilter) => void;

/**
 * One cohort within one operation. All figures asked of it go to the pool in one question: a country gets one request for
 * them, however many they are. What they would tell goes to disclosure control together as well.
 */
export class CohortInquiry {
  private readonly figures: DataLoader<FigureQuestion, PooledFigure, string>;
  private readonly gate: DataLoader<CountClaims, HiddenCounts>;

  constructor(
    readonly policy: DisclosurePolicy,
    readonly filter: CohortFilter,
    private readonly checkCoverage: CheckCoverage,
    pool: PartialPool,
    solver: SuppressionSolver,
  ) {
    const ledger = new ReleaseLedger(solver, policy.threshold);
    // all figures of one answer of the pool are read before the loader takes what they claim
    this.gate = new DataLoader<CountClaims, HiddenCounts>(
      async (claims) => {
        const hidden = ledger.admit(claims);
        return claims.map(() => hidden);
      },
      { cache: false },
    );
    this.figures = new DataLoader<FigureQuestion, PooledFigure, string>(
      async (figures) => {
        const { question, coverage, figures: pooled } = await pool.ask({ filter, figures });
        return figures.map((_, index) => ({ counts: pooled[index] ?? NO_COUNTS, countries: question.countries, coverage }));
      },
      { cacheKeyFn: (figure) => canonicalText(figure) },
    );
  }

  /** Exact pooled counts of a figure, for what speaks of no number of patients: all else is for {@link release}. */
  async ask(figure: FigureQuestion): Promise<PooledFigure> {
    const pooled = await this.figures.load(figure);
    this.checkCoverage(pooled.coverage, this.filter);
    return pooled;
  }

  /**
   * A figure with what disclosure control, which looks at all figures that are asked for together, lets out of it.
   *
   * @throws HubError DISCLOSURE_REFUSED, CONFLICT
   */
  async release<F>({ question, read, claims }: FigureRequest<F>): Promise<GatedFigure<F>> {
    const figure = read(await this.ask(question));
    const hidden = this.policy.threshold > 1 ? await this.gate.load(claims(figure)) : NOTHING_HIDDEN;
    return { figure, hidden };
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
    private readonly solver: SuppressionSolver,
  ) {}

  of(filter: CohortFilter): CohortInquiry {
    const key = canonicalText(filter);
    const known = this.byFilter.get(key);
    if (known) return known;
    const inquiry = new CohortInquiry(this.policy, filter, this.checkCoverage, this.pool, this.solver);
    this.byFilter.set(key, inquiry);
    return inquiry;
  }
}
