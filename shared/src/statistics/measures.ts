import { type CalendarDate, type DerivedCase, daysBetween, type RiskScoreName } from '../domain';
import type { DeclaredMeasure } from './declared';

/** Mean length of a calendar month in days (365.25 / 12): how the registry turns days into months. */
export const DAYS_PER_MONTH = 30.4375;

/**
 * A quantity of one patient. It travels as a whole number of steps of its own scale, so that adding up over countries is
 * exact: the scale is finer than what is recorded, and a month is as many steps as it has days.
 */
export interface MeasureDefinition {
  readonly unit: string;
  readonly stepsPerUnit: number;
  /** The patient's value in `unit`, or undefined when it is not known. */
  readonly read: (patient: DerivedCase) => number | undefined;
}

const LABORATORY_STEPS = 1000;
const BCR_ABL1_STEPS = 1_000_000;
/** Scores are real numbers; a millionth is two digits beyond any cut-off in use. */
const SCORE_STEPS = 1_000_000;
/** Ends the scale: beyond it (a Sokal score of two million) a value counts as this one. */
export const MAX_STEPS = 2 ** 41;

const years = (read: MeasureDefinition['read']): MeasureDefinition => ({ unit: 'years', stepsPerUnit: 1, read });
const laboratory = (unit: string, read: MeasureDefinition['read']): MeasureDefinition => ({ unit, stepsPerUnit: LABORATORY_STEPS, read });
const score = (name: RiskScoreName): MeasureDefinition => ({
  unit: '',
  stepsPerUnit: SCORE_STEPS,
  read: ({ scores }) => scores[name]?.value,
});

export const measureDefinitions = {
  AGE_AT_DIAGNOSIS: years(({ ageAtDiagnosis }) => ageAtDiagnosis),
  AGE_AT_IMATINIB_START: years(({ ageAtImatinibStart }) => ageAtImatinibStart),
  AGE_AT_FAILURE: years(({ ageAtFailure }) => ageAtFailure),
  IMATINIB_MONTHS_TO_FAILURE: {
    unit: 'months',
    stepsPerUnit: DAYS_PER_MONTH,
    read: ({ imatinibStartedOn, failedOn }) => monthsBetween(imatinibStartedOn, failedOn),
  },
  IMATINIB_DOSE_AT_FAILURE: laboratory('mg/d', ({ imatinibDoseAtFailure }) => imatinibDoseAtFailure),
  SOKAL: score('SOKAL'),
  HASFORD: score('HASFORD'),
  EUTOS: score('EUTOS'),
  ELTS: score('ELTS'),
  SPLEEN_AT_DIAGNOSIS: laboratory('cm', ({ spleenAtDiagnosis }) => spleenAtDiagnosis),
  WBC_AT_DIAGNOSIS: laboratory('10*9/L', ({ wbcAtDiagnosis }) => wbcAtDiagnosis),
  HEMOGLOBIN_AT_DIAGNOSIS: laboratory('g/L', ({ hemoglobinAtDiagnosis }) => hemoglobinAtDiagnosis),
  PLATELETS_AT_DIAGNOSIS: laboratory('10*9/L', ({ plateletsAtDiagnosis }) => plateletsAtDiagnosis),
  BLASTS_AT_DIAGNOSIS: laboratory('%', ({ blastsAtDiagnosis }) => blastsAtDiagnosis),
  BASOPHILS_AT_DIAGNOSIS: laboratory('%', ({ basophilsAtDiagnosis }) => basophilsAtDiagnosis),
  EOSINOPHILS_AT_DIAGNOSIS: laboratory('%', ({ eosinophilsAtDiagnosis }) => eosinophilsAtDiagnosis),
  TKI_MONTHS_TO_TREATMENT_FREE_REMISSION: {
    unit: 'months',
    stepsPerUnit: DAYS_PER_MONTH,
    read: ({ tkiStartedOn, treatmentFreeRemissionStartedOn }) => monthsBetween(tkiStartedOn, treatmentFreeRemissionStartedOn),
  },
  BCR_ABL1_AT_FAILURE: { unit: '% IS', stepsPerUnit: BCR_ABL1_STEPS, read: ({ bcrAbl1AtFailure }) => bcrAbl1AtFailure },
} as const satisfies Record<string, MeasureDefinition>;

export type Measure = keyof typeof measureDefinitions;
export const measures = Object.keys(measureDefinitions) as readonly Measure[];

/** What a summary may be of: the registry's own measures, and what a country's extension declares. */
export type CohortMeasure = Measure | DeclaredMeasure;

/** The patient's value in whole steps of the measure's scale, 0 to {@link MAX_STEPS}. */
export function stepsOf(measure: Measure, patient: DerivedCase): number | undefined {
  const { stepsPerUnit, read } = measureDefinitions[measure];
  return wholeSteps(read(patient), stepsPerUnit);
}

/** A value in whole steps of a scale, 0 to {@link MAX_STEPS}; undefined when it is not known. */
export function wholeSteps(value: number | undefined, stepsPerUnit: number): number | undefined {
  return value === undefined ? undefined : Math.min(Math.round(value * stepsPerUnit), MAX_STEPS);
}

/** The value of a number of steps in the measure's unit: the very decimal that was recorded. */
export function valueOfSteps(measure: CohortMeasure, steps: number): number {
  return steps / (typeof measure === 'string' ? measureDefinitions[measure] : measure).stepsPerUnit;
}

function monthsBetween(from: CalendarDate | undefined, to: CalendarDate | undefined): number | undefined {
  return from === undefined || to === undefined ? undefined : daysBetween(from, to) / DAYS_PER_MONTH;
}
