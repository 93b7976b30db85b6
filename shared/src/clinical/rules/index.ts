export type { CaseRule, FieldName, RuleContext } from './case-rule';
export * from './case-rules';
export { followUpFindings, followUpInDoubt, followUpRule, latestNews } from './follow-up';
export { futureDateFindings } from './future-date';
export * from './iscn-karyotype';
export * from './likely-duplicates';
export * from './registry-rule';
export { softRangeFindings } from './soft-range';
