import type { CohortQuestion } from '../question';
import { type FigureShape, figureShape, type WholeShape } from './figure-shape';
import { type Ladder, ladderOf } from './ladder';
import { binsIn, NO_PLAN, type Plan } from './plan';

/** What a figure has of a vector, from `firstCount` and `firstSum` on. */
interface Place {
  readonly firstCount: number;
  readonly firstSum: number;
}

export interface WholePlace extends Place, WholeShape {}

export interface ScaledPlace extends Place {
  readonly kind: 'scaled';
  /** Its bins come first, the ladder's follow. */
  readonly plan: Plan;
  readonly ladder: Ladder;
  /** Cells below this in their section need no plan. */
  readonly sectionLength: number;
}

/** Where each figure of a question is in its vector, and how long that is. */
export interface VectorLayout {
  readonly places: readonly (WholePlace | ScaledPlace)[];
  readonly counts: number;
  readonly sums: number;
}

/** The layout follows from what everybody knows, the question and its plans, so that all countries' vectors can be added. */
export function vectorLayout({ figures, countries }: Pick<CohortQuestion, 'figures' | 'countries'>, plans: readonly Plan[]): VectorLayout {
  let counts = 0;
  let sums = 0;
  const places = figures.map((figure, index) => {
    const shape = figureShape(figure, countries);
    const place = placeOf(shape, plans[index] ?? NO_PLAN, { firstCount: counts, firstSum: sums });
    counts += place.kind === 'whole' ? place.counts : binsIn(place.plan) + place.ladder.starts.length;
    sums += place.kind === 'whole' ? place.sums : 0;
    return place;
  });
  return { places, counts, sums };
}

function placeOf(shape: FigureShape, plan: Plan, place: Place): WholePlace | ScaledPlace {
  if (shape.kind === 'whole') return { ...place, ...shape };
  return { ...place, kind: 'scaled', plan, ladder: ladderOf(shape), sectionLength: shape.length };
}
