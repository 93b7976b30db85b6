import { type BestResponse, bestResponses, type TreatmentLine } from '../../domain';

/** The best documented response over all lines, complete response first, not evaluable last; absent when none is documented. */
export function bestResponseOf(treatments: readonly TreatmentLine[]): BestResponse | undefined {
  return bestResponses.find((response) => treatments.some(({ bestResponse }) => bestResponse === response));
}
