export type { BundleFile } from './bundle-file';
export type { FieldFault } from './field-fault';
export { compareProblems, type ImportProblem } from './import-problem';
export { type IntakeRule, intakeRules } from './intake-rules';
export { parseBundle } from './parse-bundle';
export type { ParsedBundle, ReadingGaps, SourcedRecord, SourcedRecords } from './parsed-bundle';
export { type InputFault, type InputValues, type ReadInput, readInput, readKey } from './read-input';
export { type Remark, readRemark } from './read-remark';
