import type { InputProblem } from '../../errors';

/** Why a model can't be fitted, as the fault of an argument. */
export interface Refusal {
  readonly kind: 'refused';
  readonly problem: InputProblem;
}

export function refusal(field: string, message: string): Refusal {
  return { kind: 'refused', problem: { field, message } };
}
