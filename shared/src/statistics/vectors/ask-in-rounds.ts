import { HubError } from '../../errors';
import type { SumVector } from '../../masking';
import type { Counts } from '../partials';
import type { CohortQuestion } from '../question';
import { occupiedPlan } from './occupied-plan';
import type { Plan } from './plan';
import type { PlanMemory } from './plan-memory';
import { type FigureReading, readVector } from './read-vector';
import { refinePlan } from './refine-plan';
import { type VectorLayout, vectorLayout } from './vector-layout';

/** Cells of one vector: 16 MB, within what a country's answer may be long. Enough for as many patients, each with a value of his own. */
export const MOST_VECTOR_CELLS = 2 ** 22;
/** Every round parts what is open at least in four: so many are more than any scale has quarters. */
const MOST_ROUNDS = 24;

/** Asks all countries by these plans, one a figure. @returns the pooled vector; undefined when it can't be had */
export type AskRound = (plans: readonly Plan[], layout: VectorLayout) => Promise<SumVector | undefined>;

/**
 * Asks for a question's figures until every cell is known: once where nobody is outside the plans that are remembered; else
 * again, each time with finer bins where somebody is. All cells of an answer are of its last round, so that they speak of one
 * moment of each country.
 *
 * @returns pooled counts, a set a figure; undefined when a round could not be had
 * @throws HubError QUERY_TOO_COMPLEX when the figures have more occupied cells than a vector may have
 */
export async function askInRounds(
  question: Pick<CohortQuestion, 'filter' | 'figures' | 'countries'>,
  memory: PlanMemory,
  askRound: AskRound,
): Promise<readonly Counts[] | undefined> {
  const { figures } = question;
  const remembered = figures.map((figure) => memory.recall(figure, question));
  let plans: readonly Plan[] = remembered;
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const layout = layoutWithin(question, plans);
    const vector = await askRound(plans, layout);
    if (!vector) return undefined;
    const readings = readVector(layout, vector);
    if (readings.every(({ open }) => open.length === 0)) {
      for (const [index, figure] of figures.entries()) {
        const plan = plans[index] === remembered[index] ? undefined : planToRemember(layout, readings, index);
        if (plan) memory.remember(figure, question, plan);
      }
      return readings.map(({ counts }) => counts);
    }
    plans = plans.map((plan, index) => refined(plan, readings[index]));
  }
  throw new HubError('INTERNAL', 'The registries changed during every round of a question.');
}

function layoutWithin(question: Pick<CohortQuestion, 'figures' | 'countries'>, plans: readonly Plan[]): VectorLayout {
  const layout = vectorLayout(question, plans);
  if (layout.counts <= MOST_VECTOR_CELLS) return layout;
  throw new HubError('QUERY_TOO_COMPLEX', 'These figures have too many different values: ask for fewer at once, or in fewer groups.');
}

function refined(plan: Plan, reading: FigureReading | undefined): Plan {
  return reading === undefined || reading.open.length === 0 ? plan : refinePlan(plan, reading);
}

function planToRemember({ places }: VectorLayout, readings: readonly FigureReading[], index: number): Plan | undefined {
  const [place, reading] = [places[index], readings[index]];
  return place?.kind === 'scaled' && reading ? occupiedPlan(reading.counts, place) : undefined;
}
