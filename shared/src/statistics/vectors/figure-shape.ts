import { elnClasses } from '../../domain';
import { milestoneMonths } from '../columns';
import { MOST_DAYS } from '../event-times';
import { parameterNames } from '../models';
import {
  CELLS_PER_VALUE,
  designLayout,
  differenceCells,
  FIRST_SUM,
  frequencyLayout,
  likelihoodLength,
  milestoneCell,
  SUMMARY_CELLS_PER_GROUP,
  timeKinds,
  timeWeightedLength,
} from '../partials';
import type { FigureQuestion } from '../question';
import { type CohortVariable, valuesOf } from '../variables';

/** The same cells from everybody: counts, and after them sums of 64 bits, of which each takes two of a partial's cells. */
export interface WholeShape {
  readonly kind: 'whole';
  readonly counts: number;
  readonly sums: number;
}

/** More cells than can travel, nearly all of them empty: sections of the same length, one after another. */
export interface ScaledShape {
  readonly kind: 'scaled';
  readonly sections: number;
  readonly length: number;
}

/** How many cells a figure has. It follows from the question alone. */
export type FigureShape = WholeShape | ScaledShape;

/** Versions of the clinical rules are numbered below this: columns keep them in 16 bits. */
const MOST_VERSIONS = 2 ** 16;

/** @param countries of the question */
export function figureShape(figure: FigureQuestion, countries: readonly string[]): FigureShape {
  switch (figure.kind) {
    case 'size':
      return whole(1);
    case 'derivations':
      return { kind: 'scaled', sections: 1, length: MOST_VERSIONS };
    case 'frequencies': {
      const { unknownRow, columns } = frequencyLayout(figure.of, figure.by, countries);
      return whole((unknownRow + 2) * columns);
    }
    case 'summary':
      return { kind: 'scaled', sections: groupsOf(figure.by, countries), length: SUMMARY_CELLS_PER_GROUP };
    case 'survival':
    case 'incidence':
    case 'declaredTimes':
      return { kind: 'scaled', sections: groupsOf(figure.by, countries) * timeKinds.length, length: MOST_DAYS };
    case 'milestones':
      return whole(milestoneCell(milestoneMonths.length, 0) + elnClasses.length);
    case 'modelDesign': {
      const { variables } = designLayout(figure.model.covariates, countries);
      return whole(CELLS_PER_VALUE * (1 + variables.reduce((total, { values }) => total + values.length, 0)));
    }
    case 'likelihood':
      return { kind: 'whole', counts: FIRST_SUM, sums: likelihoodLength(parameterNames(figure.model).length) };
    case 'proportionality':
      return { kind: 'whole', counts: FIRST_SUM, sums: timeWeightedLength(parameterNames(figure.model).length) };
    case 'differences':
      return whole(differenceCells(figure));
  }
}

function whole(counts: number): WholeShape {
  return { kind: 'whole', counts, sums: 0 };
}

/** With the group of those whose value is not known. */
function groupsOf(by: CohortVariable | undefined, countries: readonly string[]): number {
  return by === undefined ? 1 : valuesOf(by, countries).length + 1;
}
