import { type CaseColumns, NO_CODE, NO_STEPS } from '../columns/case-columns';
import { flagKnown, flagWanted, keepRows } from '../columns/keep-rows';
import { variableCodes } from '../columns/variable-codes';
import { measureDefinitions } from '../measures';
import { valuesOf } from '../variables';
import { type CodedCovariate, type Covariate, coefficientNames } from './covariates';
import { measureScales } from './measure-scales';

/** The covariates of one country's patients, all of whom have each of them. */
export interface DesignMatrix {
  /** The patients' rows. */
  readonly rows: Uint32Array;
  /** Number of coefficients. */
  readonly width: number;
  /** Row by row: 1 for the intercept, measures on their scale, 1 or 0 for having a value of a variable. */
  readonly values: Float64Array;
}

/** One country's table, as a covariate reads it. */
interface Source {
  readonly columns: CaseColumns;
  readonly country: string;
  readonly countries: readonly string[];
}

/** A column of the matrix that is being filled. */
interface Target {
  readonly rows: Uint32Array;
  readonly values: Float64Array;
  readonly width: number;
  readonly column: number;
}

/** @param intercept whether the first coefficient is that of a constant 1 */
export function designMatrix(source: Source, given: Uint32Array, covariates: readonly CodedCovariate[], intercept: boolean): DesignMatrix {
  const rows = completeRows(source, given, covariates);
  const first = intercept ? 1 : 0;
  const width = covariates.reduce((sum, covariate) => sum + coefficientNames(covariate).length, first);
  const values = new Float64Array(rows.length * width);
  if (intercept) fillOnes({ rows, values, width, column: 0 });
  let column = first;
  for (const covariate of covariates) {
    fill(source, covariate, { rows, values, width, column });
    column += coefficientNames(covariate).length;
  }
  return { rows, width, values };
}

/** Of some rows, in their order, those for whom each covariate is known, and is one of the values that are told apart. */
export function completeRows(source: Source, rows: Uint32Array, covariates: readonly Covariate[]): Uint32Array {
  return covariates.reduce((kept, covariate) => keepRows(kept, knownFlags(source, covariate)), rows);
}

function knownFlags({ columns, country, countries }: Source, covariate: Covariate | CodedCovariate): Uint8Array {
  if ('measure' in covariate) return flagKnown(columns.steps[covariate.measure], NO_STEPS);
  const names = valuesOf(covariate.variable, countries);
  const wanted = new Uint8Array(NO_CODE + 1);
  for (const value of 'reference' in covariate ? [covariate.reference, ...covariate.values] : names) wanted[names.indexOf(value)] = 1;
  return flagWanted(variableCodes(columns, country, countries, covariate.variable), wanted);
}

function fill({ columns, country, countries }: Source, covariate: CodedCovariate, target: Target): void {
  if ('measure' in covariate) {
    const { center, spread } = measureScales[covariate.measure];
    const { stepsPerUnit } = measureDefinitions[covariate.measure];
    fillMeasure(columns.steps[covariate.measure], center * stepsPerUnit, spread * stepsPerUnit, target);
    return;
  }
  const names = valuesOf(covariate.variable, countries);
  const codes = variableCodes(columns, country, countries, covariate.variable);
  for (const [offset, value] of covariate.values.entries()) {
    fillIndicator(codes, names.indexOf(value), { ...target, column: target.column + offset });
  }
}

function fillOnes({ rows, values, width, column }: Target): void {
  for (let index = 0; index < rows.length; index += 1) values[index * width + column] = 1;
}

function fillMeasure(steps: Float64Array, center: number, spread: number, { rows, values, width, column }: Target): void {
  for (let index = 0; index < rows.length; index += 1) {
    values[index * width + column] = ((steps[rows[index] ?? 0] ?? 0) - center) / spread;
  }
}

function fillIndicator(codes: Uint16Array, wanted: number, { rows, values, width, column }: Target): void {
  for (let index = 0; index < rows.length; index += 1) {
    values[index * width + column] = codes[rows[index] ?? 0] === wanted ? 1 : 0;
  }
}
