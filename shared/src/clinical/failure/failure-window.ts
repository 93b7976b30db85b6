import { type AdverseEvent, type Assessment, type CalendarDate, type CaseFacts, compareDates, type Mutation } from '../../domain';
import { firstImatinibLine } from '../derivation/imatinib-line';

/** What was documented from the start of the first imatinib to the failure, both days included; lists in date order. */
export interface FailureWindow {
  readonly imatinibStartedOn: CalendarDate;
  readonly failedOn: CalendarDate;
  readonly assessments: readonly Assessment[];
  readonly mutations: readonly Mutation[];
  readonly adverseEvents: readonly AdverseEvent[];
}

/** Undefined without a notified failure or without imatinib: there is no failure of imatinib then to speak of. */
export function failureWindow({ treatments, assessments, mutations, adverseEvents, failure }: CaseFacts): FailureWindow | undefined {
  const imatinib = firstImatinibLine(treatments);
  if (!imatinib || !failure) return undefined;
  const within = <R>(records: readonly R[], dateOf: (record: R) => CalendarDate): readonly R[] =>
    records
      .filter((record) => dateOf(record) >= imatinib.startedOn && dateOf(record) <= failure.failedOn)
      .toSorted((one, other) => compareDates(dateOf(one), dateOf(other)));
  return {
    imatinibStartedOn: imatinib.startedOn,
    failedOn: failure.failedOn,
    assessments: within(assessments, ({ assessedOn }) => assessedOn),
    mutations: within(mutations, ({ sampledOn }) => sampledOn),
    adverseEvents: within(adverseEvents, ({ onsetOn }) => onsetOn),
  };
}
