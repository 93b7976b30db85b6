import type { CalendarDate, CaseFacts, DerivedCase, Finding, RecordKind, RecordReference, RecordTypes, Severity } from '../../domain';
import { isOtherTumour } from '../derivation/chronic-myeloid-leukemia';

/** What a rule needs to know beside the facts of the case. */
export interface RuleContext {
  readonly today: CalendarDate;
  /** The registry's latest news of any patient, see {@link latestNews}; absent: no registry to compare with. */
  readonly dataCutoff?: CalendarDate;
  /** What follows from the same facts. */
  readonly derived: DerivedCase;
}

/** A column of the bundle as the domain names it: `assessment.wbc`. */
export type FieldName = { readonly [K in RecordKind]: `${K}.${keyof RecordTypes[K] & string}` }[RecordKind];

/** A check over everything documented of one patient. Rules do not throw, and find at most one thing at one place. */
export interface CaseRule {
  readonly id: string;
  readonly severity: Severity;
  /** Whether a finding refuses the bundle or the change that brought the facts; otherwise it becomes a data query. */
  readonly refuses: boolean;
  /** The columns the rule reads. */
  readonly fields: readonly FieldName[];
  /** Why the rule is there, and where its thresholds come from. */
  readonly reason: string;
  readonly check: (facts: CaseFacts, context: RuleContext) => readonly Finding[];
}

/** A finding before its rule has signed it. */
export interface Discrepancy {
  readonly at: RecordReference;
  readonly message: string;
}

export interface CaseRuleDefinition extends Omit<CaseRule, 'check' | 'refuses'> {
  /** Whether what the rule expects is true of CML alone: of another tumour it asks nothing. */
  readonly ofLeukemia?: true;
  /** Default: HARD rules refuse, others do not. */
  readonly refuses?: boolean;
  readonly discrepancies: (facts: CaseFacts, context: RuleContext) => readonly Discrepancy[];
}

/** A rule whose findings carry its id and severity. */
export function defineCaseRule({ discrepancies, ofLeukemia, fields, ...rule }: CaseRuleDefinition): CaseRule {
  const { id, severity } = rule;
  const isAsked = (facts: CaseFacts): boolean => ofLeukemia === undefined || !isOtherTumour(facts);
  return {
    refuses: severity === 'HARD',
    ...rule,
    fields: ofLeukemia ? [...fields, 'diagnosis.disease'] : fields,
    check: (facts, context) =>
      isAsked(facts) ? discrepancies(facts, context).map(({ at, message }) => ({ rule: id, severity, at, message })) : [],
  };
}
