import type { Assessment } from '../../domain';

/** A response that was documented and then gone. */
export interface ResponseLoss {
  /** The last assessment that showed the response. */
  readonly reached: Assessment;
  /** One that showed it lost. */
  readonly lost: Assessment;
  /** The next one, which confirmed the loss; absent where the loss counts without it. */
  readonly confirmed?: Assessment;
}

/** One assessment's value of what a response is measured by. */
export interface Measured<V> {
  readonly assessment: Assessment;
  readonly value: V;
}

/** What it means to have had a response and to have lost it. */
export interface LossDefinition<V> {
  readonly valueOf: (assessment: Assessment) => V | undefined;
  readonly isResponse: (value: V) => boolean;
  readonly isLost: (now: Measured<V>, response: Measured<V>) => boolean;
  /** What the confirming values must show together besides, where the definition asks for it. */
  readonly areConclusive?: (values: readonly V[]) => boolean;
}

/**
 * Whether a second measurement must confirm a loss. LAST_COUNTS: it must, except for a loss seen at the last measurement of
 * its kind, as with a notified failure, whose notification is the confirmation (project convention).
 */
export type LossConfirmation = 'NOT_NEEDED' | 'NEEDED' | 'LAST_COUNTS';

/**
 * The assessments at which a response was lost, with the one that had shown it, in date order. `assessments` are in date
 * order; those that did not measure the response are passed over. A loss is confirmed by the next measurement of its kind
 * (on two occasions: Baccarani et al., Blood 2006;108:1809).
 */
export function responseLosses<V>(
  { valueOf, isResponse, isLost, areConclusive = () => true }: LossDefinition<V>,
  assessments: readonly Assessment[],
  confirmation: LossConfirmation,
): readonly ResponseLoss[] {
  const measured: Measured<V>[] = [];
  for (const assessment of assessments) {
    const value = valueOf(assessment);
    if (value !== undefined) measured.push({ assessment, value });
  }
  // who never had the response can't lose it, and most patients never lose it
  const first = measured.findIndex(({ value }) => isResponse(value));
  if (first === -1) return [];
  return measured.flatMap((now, index) => {
    const response =
      index > first ? measured.findLast((earlier, at) => at < index && isResponse(earlier.value) && isLost(now, earlier)) : undefined;
    if (!response) return [];
    const loss = { reached: response.assessment, lost: now.assessment };
    if (confirmation === 'NOT_NEEDED') return [loss];
    const next = measured[index + 1];
    if (!next) return confirmation === 'LAST_COUNTS' && areConclusive([now.value]) ? [loss] : [];
    return isLost(next, response) && areConclusive([now.value, next.value]) ? [{ ...loss, confirmed: next.assessment }] : [];
  });
}
