import { bundleFormat, type CalendarDate, type Column, type Drug, drugs } from '@registry-hub/shared/domain';

/** By which criteria a treatment was stopped: those of Hochhaus et al., Leukemia 2020;34:966, of a study, or others. */
export const attemptCriteria = ['ELN2020_OPTIMAL', 'ELN2020_MINIMAL', 'STUDY', 'OTHER'] as const;
export type AttemptCriteria = (typeof attemptCriteria)[number];

export const restartReasons = ['MOLECULAR_RELAPSE', 'WITHDRAWAL_SYNDROME', 'PATIENT_WISH', 'OTHER'] as const;
export type RestartReason = (typeof restartReasons)[number];

/**
 * An attempt at treatment-free remission, as the centre documents it. How the remission went is in the assessments of the registry
 * itself: it is not said twice.
 */
export interface Attempt {
  readonly patientCode: string;
  /** 1, 2 ... */
  readonly attempt: number;
  readonly criteria: AttemptCriteria;
  readonly stoppedOn: CalendarDate;
  readonly restartedOn?: CalendarDate;
  readonly restartReason?: RestartReason;
  readonly restartDrug?: Drug;
}

export const attemptColumns: { readonly [C in keyof Required<Attempt>]: Column } = {
  patientCode: bundleFormat.diagnosis.columns.patientCode,
  attempt: { kind: 'integer', hard: { min: 1, max: 20 }, required: true },
  criteria: { kind: 'enum', values: attemptCriteria, required: true },
  stoppedOn: { kind: 'date', required: true },
  restartedOn: { kind: 'date' },
  restartReason: { kind: 'enum', values: restartReasons },
  restartDrug: { kind: 'enum', values: drugs },
};
