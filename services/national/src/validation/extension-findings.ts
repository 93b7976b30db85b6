import type { CalendarDate, CaseFacts, Finding } from '@registry-hub/shared/domain';
import {
  ExtensionCase,
  type ExtensionFinding,
  type ExtensionFormat,
  type ExtensionRecord,
  type ExtensionRecords,
  type NationalExtension,
} from '../extension';

/** A finding of an extension's rule about a case. */
export interface ExtensionCaseFinding extends ExtensionFinding {
  readonly rule: string;
  readonly severity: 'HARD' | 'SOFT';
}

/** What an extension's rules say of one record by itself; all of it refuses the record. */
export function recordFindingsOf(
  extensions: readonly NationalExtension[],
  { kind }: ExtensionFormat,
  record: ExtensionRecord,
  today: CalendarDate,
): readonly (Pick<ExtensionFinding, 'field' | 'message'> & { readonly rule: string })[] {
  const rules = extensions.flatMap(({ recordRules }) => recordRules).filter((rule) => rule.kind === kind);
  return rules.flatMap((rule) => rule.check(record, today).map((finding) => ({ ...finding, rule: rule.id })));
}

/** What extensions' rules say of a case; of one without any record of theirs, nothing. */
export function caseFindingsOf(
  extensions: readonly NationalExtension[],
  facts: CaseFacts,
  records: ExtensionRecords,
): readonly ExtensionCaseFinding[] {
  if (records.size === 0) return [];
  const one = new ExtensionCase(facts, records);
  const rules = extensions.flatMap(({ caseRules }) => caseRules);
  return rules.flatMap((rule) => rule.check(one).map((finding) => ({ ...finding, rule: rule.id, severity: rule.severity })));
}

/**
 * The questions that extensions' rules raise about a case. A question stands at the patient's own record, one a rule: its sentence names
 * the records of the extension.
 */
export function extensionQuestions(
  extensions: readonly NationalExtension[],
  facts: CaseFacts,
  records: ExtensionRecords,
): readonly Finding[] {
  const { patientCode } = facts.patient;
  const byRule = new Map<string, string[]>();
  for (const { rule, message } of caseFindingsOf(extensions, facts, records)) byRule.set(rule, [...(byRule.get(rule) ?? []), message]);
  return [...byRule].map(([rule, messages]) => ({
    rule,
    severity: 'SOFT',
    at: { kind: 'patient', key: [patientCode] },
    message: messages.join(' '),
  }));
}
