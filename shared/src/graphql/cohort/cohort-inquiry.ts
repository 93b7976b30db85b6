import DataLoader from 'dataloader';
import {
  type Closeness,
  CohortGuard,
  type CountClaims,
  type DisclosurePolicy,
  type HiddenCounts,
  NOTHING_HIDDEN,
  ReleaseLedger,
  type ReleaseRules,
  type RememberedCohort,
  type SuppressionSolver,
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
  /** Whether patients are left out who were in the freeze when it was taken. */
  readonly leftOut: boolean;
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
  readonly policy: DisclosurePolicy;
}

/** How a cohort is protected, and from which earlier ones it differs by few. */
export interface CohortDisclosure extends Pick<PooledFigure, 'policy' | 'leftOut'> {
  readonly close: readonly Closeness[];
}

/** What a figure would tell, and the threshold it is under. */
interface Claim {
  readonly claims: CountClaims;
  readonly threshold: number;
}

/**
 * One cohort within one operation. All figures asked of it go to the pool in one question: a country gets one request for
 * them, however many they are. What they would tell goes to disclosure control together as well.
 */
export class CohortInquiry {
  private readonly figures: DataLoader<FigureQuestion, PooledFigure, string>;
  private readonly gate: DataLoader<Claim, HiddenCounts>;
  private readonly guard: CohortGuard;
  private laterOne: CohortInquiry | undefined;

  constructor(
    readonly filter: CohortFilter,
    private readonly pool: PartialPool,
    private readonly rules: ReleaseRules,
    private readonly solver: SuppressionSolver,
    private readonly remembered: () => Promise<readonly RememberedCohort[]>,
  ) {
    const ledger = new ReleaseLedger(solver);
    // all figures of one answer of the pool are read before the loader takes what they claim
    this.gate = new DataLoader<Claim, HiddenCounts>(
      async (batch) => {
        const threshold = Math.max(...batch.map((claim) => claim.threshold));
        const hidden = ledger.admit(
          batch.map(({ claims }) => claims),
          threshold,
        );
        return batch.map(() => hidden);
      },
      { cache: false },
    );
    this.guard = new CohortGuard(filter, pool, rules, remembered);
    this.figures = new DataLoader<FigureQuestion, PooledFigure, string>((figures) => this.load(figures), {
      cacheKeyFn: (figure) => canonicalText(figure),
    });
  }

  /**
   * Exact pooled counts of a figure, for what speaks of no number of patients: all else is for {@link release}.
   *
   * @throws HubError DISCLOSURE_REFUSED when no figure of this cohort may be released
   */
  async ask(figure: FigureQuestion): Promise<PooledFigure> {
    const pooled = await this.figures.load(figure);
    this.rules.checkCoverage(pooled.coverage, this.filter, pooled.policy);
    await this.guard.admit();
    return pooled;
  }

  /**
   * A figure with what disclosure control, which looks at all figures that are asked for together, lets out of it.
   *
   * @throws HubError DISCLOSURE_REFUSED, CONFLICT
   */
  async release<F>({ question, read, claims }: FigureRequest<F>): Promise<GatedFigure<F>> {
    const pooled = await this.ask(question);
    const { policy } = pooled;
    const figure = read(pooled);
    const hidden = policy.threshold > 1 ? await this.gate.load({ claims: claims(figure), threshold: policy.threshold }) : NOTHING_HIDDEN;
    return { figure, hidden, policy };
  }

  /**
   * The same cohort of the same freeze as if nothing of it had been asked before its patients withdrew; it is protected by itself,
   * as in an operation of its own. Undefined for patients of the registry as it is now.
   */
  anew(): CohortInquiry | undefined {
    if (this.filter.freeze === undefined) return undefined;
    const pool: PartialPool = { ask: (question) => this.pool.ask({ ...question, anew: true }) };
    this.laterOne ??= new CohortInquiry(this.filter, pool, this.rules, this.solver, this.remembered);
    return this.laterOne;
  }

  /** Which countries the figures of this inquiry speak for. */
  async coverage(): Promise<Coverage> {
    return (await this.figures.load({ kind: 'size' })).coverage;
  }

  /** What may be released of this cohort, and which earlier ones it comes too close to. */
  async disclosure(): Promise<CohortDisclosure> {
    const { policy, leftOut } = await this.figures.load({ kind: 'size' });
    return { policy, close: await this.guard.close(), leftOut };
  }

  private async load(asked: readonly FigureQuestion[]): Promise<readonly PooledFigure[]> {
    const { question, coverage, settings, figures, leftOut } = await this.guard.ask(asked);
    const policy = this.rules.policy(settingsOf(coverage.answered, settings));
    return asked.map((_, index) => ({ counts: figures[index] ?? NO_COUNTS, countries: question.countries, coverage, policy, leftOut }));
  }
}

/** The cohorts of one operation: the same filter, asked for under two aliases, is one inquiry. */
export class CohortInquiries {
  private readonly byFilter = new Map<string, CohortInquiry>();
  private remembered: Promise<readonly RememberedCohort[]> | undefined;

  constructor(
    private readonly pool: PartialPool,
    private readonly rules: ReleaseRules,
    private readonly solver: SuppressionSolver,
  ) {}

  of(filter: CohortFilter): CohortInquiry {
    const key = canonicalText(filter);
    const known = this.byFilter.get(key);
    if (known) return known;
    const inquiry = new CohortInquiry(filter, this.pool, this.rules, this.solver, () => this.recall());
    this.byFilter.set(key, inquiry);
    return inquiry;
  }

  private recall(): Promise<readonly RememberedCohort[]> {
    this.remembered ??= this.rules.differencing?.memory.recall() ?? Promise.resolve([]);
    return this.remembered;
  }
}
