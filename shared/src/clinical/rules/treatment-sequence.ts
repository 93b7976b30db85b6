import { addMonths, type CaseFacts, type Drug, type TreatmentLine } from '../../domain';
import { firstImatinibLine } from '../derivation/imatinib-line';
import { recordReference } from '../record-reference';
import { type CaseRule, defineCaseRule } from './case-rule';

export const linesInOrderRule: CaseRule = defineCaseRule({
  id: 'LINES_OUT_OF_ORDER',
  severity: 'SOFT',
  fields: ['treatment.line', 'treatment.startedOn'],
  reason: 'Lines of therapy are numbered as they followed one another.',
  discrepancies: ({ treatments }) =>
    treatments.flatMap((treatment) => {
      const { line, startedOn } = treatment;
      const later = treatments.find((other) => other.line < line && other.startedOn > startedOn);
      if (!later) return [];
      const message = `line ${line} started on ${startedOn}, before line ${later.line} on ${later.startedOn}; lines are numbered by their start.`;
      return [{ at: recordReference('treatment', treatment, 'line'), message }];
    }),
});

/** Months from diagnosis within which a first line starts (project convention). */
const FIRST_LINE_MONTHS = 6;

export const promptFirstLineRule: CaseRule = defineCaseRule({
  id: 'LATE_FIRST_LINE',
  ofLeukemia: true,
  severity: 'SOFT',
  fields: ['diagnosis.diagnosedOn', 'treatment.drug', 'treatment.startedOn'],
  reason: 'Imatinib long after diagnosis with nothing before it often hides a line that was not documented.',
  discrepancies: ({ diagnosis, treatments }, { derived }) => {
    const imatinib = firstImatinibLine(treatments);
    if (!diagnosis || !imatinib || derived.imatinibLine !== 'FIRST_LINE') return [];
    if (imatinib.startedOn <= addMonths(diagnosis.diagnosedOn, FIRST_LINE_MONTHS)) return [];
    const message = `Imatinib started on ${imatinib.startedOn} as first line, more than ${FIRST_LINE_MONTHS} months after diagnosed_on ${diagnosis.diagnosedOn}; add the treatment before it, or confirm there was none.`;
    return [{ at: recordReference('treatment', imatinib, 'startedOn'), message }];
  },
});

/** The line that followed the failure: the first to start on the failure's day or later. */
function nextLine({ treatments, failure }: CaseFacts): TreatmentLine | undefined {
  if (!failure) return undefined;
  return treatments
    .filter(({ startedOn }) => startedOn >= failure.failedOn)
    .reduce<TreatmentLine | undefined>((first, line) => (first && first.startedOn <= line.startedOn ? first : line), undefined);
}

export const imatinibAgainRule: CaseRule = defineCaseRule({
  id: 'IMATINIB_AFTER_FAILURE',
  ofLeukemia: true,
  severity: 'SOFT',
  fields: ['treatment.drug', 'treatment.startedOn', 'failure.failedOn', 'failure.decision'],
  reason: 'After a failure of imatinib the next line is another treatment, unless the dose was increased or imatinib tried again.',
  discrepancies: (facts) => {
    const next = nextLine(facts);
    if (next?.drug !== 'IMATINIB' || facts.failure?.decision === 'IMATINIB_DOSE_INCREASE') return [];
    const message = `line ${next.line} after the failure is IMATINIB; give decision IMATINIB_DOSE_INCREASE, or confirm that imatinib was tried again.`;
    return [{ at: recordReference('treatment', next, 'drug'), message }];
  },
});

/** Inhibitors to which T315I is resistant (Branford, Blood 2009;114:5426). */
const defeatedByT315I: readonly Drug[] = ['DASATINIB', 'NILOTINIB', 'BOSUTINIB'];

export const t315iRule: CaseRule = defineCaseRule({
  id: 'NEXT_DRUG_WITH_T315I',
  ofLeukemia: true,
  severity: 'INFORMATION',
  fields: ['mutation.variant', 'mutation.sampledOn', 'treatment.drug', 'failure.decision'],
  reason: 'T315I is resistant to dasatinib, nilotinib and bosutinib; the registry asks whether the record is right and gives no advice.',
  discrepancies: (facts) => {
    const { failure, mutations } = facts;
    if (!failure) return [];
    const next = nextLine(facts);
    const drug = defeatedByT315I.find((inhibitor) => inhibitor === (next?.drug ?? failure.decision));
    const decidedOn = next?.startedOn ?? failure.notifiedOn;
    const mutation = mutations.find(({ variant, sampledOn }) => variant === 'T315I' && sampledOn <= decidedOn);
    if (!drug || !mutation) return [];
    const at = next ? recordReference('treatment', next, 'drug') : recordReference('failure', failure, 'decision');
    return [{ at, message: `The next drug is ${drug}, and T315I was found on ${mutation.sampledOn}; confirm both.` }];
  },
});
