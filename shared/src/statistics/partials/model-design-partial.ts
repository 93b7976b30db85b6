import { NO_CODE } from '../columns/case-columns';
import { keepRows } from '../columns/keep-rows';
import { variableCodes } from '../columns/variable-codes';
import { type Covariate, completeRows } from '../models';
import type { ModelDesignQuestion } from '../question';
import { type Variable, valuesOf } from '../variables';
import type { CohortRows } from './cohort-rows';
import { type Counts, countsOf } from './counts';
import { outcomeRows } from './prepare-model';

/**
 * Cells of a model's design: the cohort's patients, those for whom everything in the model is known, and the events among
 * the latter; then the same three for each value of each variable, in the order of the covariates.
 */
export interface DesignLayout {
  readonly variables: readonly { readonly variable: Variable; readonly values: readonly string[]; readonly firstCell: number }[];
}

export const CELLS_PER_VALUE = 3;

export function designLayout(covariates: readonly Covariate[], countries: readonly string[]): DesignLayout {
  let firstCell = CELLS_PER_VALUE;
  const variables = covariates.flatMap((covariate) => {
    if (!('variable' in covariate)) return [];
    const values = valuesOf(covariate.variable, countries);
    const own = { variable: covariate.variable, values, firstCell };
    firstCell += values.length * CELLS_PER_VALUE;
    return [own];
  });
  return { variables };
}

/** Counts one country's patients of a model. */
export function modelDesignPartial(cohort: CohortRows, { model }: ModelDesignQuestion): Counts {
  const { rows, country, countries, columns } = cohort;
  const outcome = outcomeRows(cohort, model);
  const complete = completeRows(cohort, outcome.rows, model.covariates);
  const withEvent = keepRows(complete, outcome.event);
  const sets = [rows, complete, withEvent];
  const cells = sets.map((set, index): readonly [number, number] => [index, set.length]);
  for (const { variable, values, firstCell } of designLayout(model.covariates, countries).variables) {
    const codes = variableCodes(columns, country, countries, variable);
    for (const [index, set] of sets.entries()) {
      const counts = codeCounts(codes, set, values.length);
      cells.push(...values.map((_, code): readonly [number, number] => [firstCell + code * CELLS_PER_VALUE + index, counts[code] ?? 0]));
    }
  }
  return countsOf(cells);
}

function codeCounts(codes: Uint16Array, rows: Uint32Array, values: number): Uint32Array {
  // a value that is not known is counted beyond the last one
  const counts = new Uint32Array(values + 1);
  for (let index = 0; index < rows.length; index += 1) {
    const code = Math.min(codes[rows[index] ?? 0] ?? NO_CODE, values);
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}
