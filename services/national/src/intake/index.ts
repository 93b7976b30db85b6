export type { BundleFile } from './bundle-file';
export { compareProblems, type ImportProblem } from './import-problem';
export { type IntakeRule, intakeRules } from './intake-rules';
export { parseBundle } from './parse-bundle';
export type { ParsedBundle, ReadingGaps, SourcedRecord, SourcedRecords } from './parsed-bundle';
