import type { CalendarDate } from '@registry-hub/shared/domain';
import type { ExtensionCase } from './extension-case';
import type { ExtensionFormat, ExtensionKind, ExtensionRecord } from './extension-format';

/** What an extension's rule found, and at which of its records. The sentence says what would be right. */
export interface ExtensionFinding {
  readonly kind: ExtensionKind;
  /** Natural key, as values in key order. */
  readonly key: readonly string[];
  readonly field?: string;
  readonly message: string;
}

interface Rule {
  readonly id: string;
  /** Why there is such a rule, and where it comes from. */
  readonly reason: string;
}

/** A rule about one record by itself. What breaks it is refused. */
export interface RecordRule extends Rule {
  readonly kind: ExtensionKind;
  /** @returns what is wrong, by field */
  readonly check: (record: ExtensionRecord, today: CalendarDate) => readonly Pick<ExtensionFinding, 'field' | 'message'>[];
}

/** A rule about a case with the extension's records. HARD: what breaks it is refused; SOFT: stored, and a data query is raised. */
export interface CaseRule extends Rule {
  readonly severity: 'HARD' | 'SOFT';
  readonly check: (one: ExtensionCase) => readonly ExtensionFinding[];
}

/** A {@link RecordRule} of a kind whose records have a type of their own. */
export function recordRule<R extends object>(
  { kind }: ExtensionFormat<R>,
  rule: Rule & { readonly check: (record: R, today: CalendarDate) => ReturnType<RecordRule['check']> },
): RecordRule {
  return { ...rule, kind, check: (record, today) => rule.check(record as R, today) };
}
