import type { CodedCovariate, Covariate, Model } from '../models';
import { CELLS_PER_VALUE, type Counts, countAt, designLayout } from '../partials';
import type { Variable } from '../variables';
import { type Refusal, refusal } from './refusal';

/** Patients of a model who have one value of a variable. */
export interface LevelCounts {
  readonly variable: Variable;
  readonly value: string;
  /** In the cohort, whatever else is known of them. */
  readonly inCohort: number;
  /** Those for whom everything in the model is known. */
  readonly patients: number;
  readonly events: number;
}

/** Who is in a model, exactly, before disclosure control. */
export interface ModelDesign {
  readonly inCohort: number;
  readonly patients: number;
  readonly events: number;
  /** Of each variable, the values that anybody in the cohort has. */
  readonly levels: readonly LevelCounts[];
}

/** Reads a model's design out of pooled counts. */
export function modelDesign(counts: Counts, covariates: readonly Covariate[], countries: readonly string[]): ModelDesign {
  const triple = (cell: number): readonly [number, number, number] => [
    countAt(counts, cell),
    countAt(counts, cell + 1),
    countAt(counts, cell + 2),
  ];
  const [inCohort, patients, events] = triple(0);
  const levels = designLayout(covariates, countries).variables.flatMap(({ variable, values, firstCell }) =>
    values.map((value, code): LevelCounts => {
      const [known, complete, withEvent] = triple(firstCell + code * CELLS_PER_VALUE);
      return { variable, value, inCohort: known, patients: complete, events: withEvent };
    }),
  );
  return { inCohort, patients, events, levels: levels.filter((level) => level.inCohort > 0) };
}

/** The reference of each variable among a model's covariates. */
export type References = ReadonlyMap<Variable, string>;

/**
 * The covariates with a coefficient for each value that patients have, or why there can be none: a reference or another
 * value that nobody has, a single value, or one in which nothing, or the same to everybody, happened.
 */
export function codeCovariates(model: Model<Covariate>, design: ModelDesign, references: References): readonly CodedCovariate[] | Refusal {
  const coded: CodedCovariate[] = [];
  for (const [index, covariate] of model.covariates.entries()) {
    if ('measure' in covariate) {
      coded.push(covariate);
      continue;
    }
    const reference = references.get(covariate.variable) ?? '';
    const levels = design.levels.filter(({ variable }) => variable === covariate.variable);
    const fault = levelFault(model, levels, reference, `covariates[${index}]`);
    if (fault) return fault;
    coded.push({ ...covariate, reference, values: levels.map(({ value }) => value).filter((value) => value !== reference) });
  }
  return coded;
}

function levelFault(model: Model<Covariate>, levels: readonly LevelCounts[], reference: string, field: string): Refusal | undefined {
  const present = levels.map(({ value }) => value);
  if (!present.includes(reference)) {
    return refusal(
      `${field}.reference`,
      `expected one of the values that patients of this cohort have (${present.join(', ')}), not ${reference}.`,
    );
  }
  const [first] = levels;
  if (levels.length === 1)
    return refusal(field, `${first?.variable ?? ''} has no value but ${reference} in this cohort: there is nothing to compare.`);
  for (const { variable, value, patients, events } of levels) {
    const name = `${variable}=${value}`;
    if (patients === 0) return refusal(field, `${name} is empty: something else in the model is not known of every patient who has it.`);
    if (events === 0)
      return refusal(field, `${name} is separated: none of its patients has the event, so its coefficient has no finite estimate.`);
    if (model.family === 'LOGISTIC' && events === patients) {
      return refusal(field, `${name} is separated: all of its patients have the outcome, so its coefficient has no finite estimate.`);
    }
  }
  return undefined;
}
