import { canonicalText } from '../canonical-text';
import type { CohortQuestion, FigureQuestion } from '../question';
import { NO_PLAN, type Plan } from './plan';

/** Runs that are kept, of all plans together, one that is known under two names counted twice: some megabytes. */
const MOST_RUNS = 100_000;

/** What a figure's cells follow from; the countries are its groups where it is by country. */
type Cohort = Pick<CohortQuestion, 'filter' | 'countries'>;

/**
 * The plans by which figures were last answered in one round. A figure of a cohort that was not asked for before starts from the
 * plan of another cohort: one that is made for more patients fits fewer. Of too many, those are dropped that nobody has asked for
 * longest.
 */
export class PlanMemory {
  private readonly plans = new Map<string, Plan>();
  private runs = 0;

  recall(figure: FigureQuestion, cohort: Cohort): Plan {
    return this.find(keyOf(figure, cohort)) ?? this.find(keyOfAny(figure, cohort)) ?? NO_PLAN;
  }

  remember(figure: FigureQuestion, cohort: Cohort, plan: Plan): void {
    this.put(keyOf(figure, cohort), plan);
    this.put(keyOfAny(figure, cohort), plan);
    for (const [oldest, { length }] of this.plans) {
      if (this.runs <= MOST_RUNS) return;
      this.plans.delete(oldest);
      this.runs -= length;
    }
  }

  private find(key: string): Plan | undefined {
    const plan = this.plans.get(key);
    if (plan) this.put(key, plan);
    return plan;
  }

  private put(key: string, plan: Plan): void {
    this.runs += plan.length - (this.plans.get(key)?.length ?? 0);
    this.plans.delete(key);
    this.plans.set(key, plan);
  }
}

function keyOf(figure: FigureQuestion, { filter, countries }: Cohort): string {
  return canonicalText([figure, countries, filter]);
}

function keyOfAny(figure: FigureQuestion, { countries }: Cohort): string {
  return canonicalText([figure, countries]);
}
