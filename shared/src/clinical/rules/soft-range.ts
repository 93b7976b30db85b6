import { columnName, type Finding, type RecordKind, type RecordTypes } from '../../domain';
import { type CaseRule, type Discrepancy, defineCaseRule } from './case-rule';
import { type DocumentedField, documentedFields, documentedFieldsOf, selectFields, type ValueTest } from './documented-fields';

const ID = 'OUTSIDE_SOFT_RANGE';

const softNumbers = selectFields((column) => (column.kind === 'integer' || column.kind === 'decimal') && column.soft !== undefined);

const isOutside: ValueTest = (value, column) =>
  (column.kind === 'integer' || column.kind === 'decimal') &&
  column.soft !== undefined &&
  typeof value === 'number' &&
  (value < column.soft.min || value > column.soft.max);

function outsideSoftRange({ at, column, value }: DocumentedField): readonly Discrepancy[] {
  if ((column.kind !== 'integer' && column.kind !== 'decimal') || !column.soft) return [];
  const { soft, unit = '' } = column;
  const usual = `${soft.min} to ${soft.max} ${unit}`.trimEnd();
  return [{ at, message: `${columnName(at.field)} is ${value}; usual is ${usual}: check the value and its unit.` }];
}

/** The values of one record that are outside the soft range of their column. */
export function softRangeFindings<K extends RecordKind>(kind: K, record: RecordTypes[K]): readonly Finding[] {
  return documentedFields(kind, record, softNumbers, isOutside)
    .flatMap(outsideSoftRange)
    .map((discrepancy) => ({ rule: ID, severity: 'SOFT', ...discrepancy }));
}

export const softRangeRule: CaseRule = defineCaseRule({
  id: ID,
  ofLeukemia: true,
  severity: 'SOFT',
  fields: [
    'diagnosis.spleenCm',
    'diagnosis.wbc',
    'diagnosis.hemoglobin',
    'diagnosis.platelets',
    'diagnosis.eosinophilsPct',
    'assessment.wbc',
    'assessment.platelets',
    'assessment.bcrAbl1IsPct',
    'assessment.abl1Copies',
  ],
  reason: 'A possible but improbable value is often one of another unit (project ranges of clinical plausibility).',
  discrepancies: (facts) => documentedFieldsOf(facts, softNumbers, isOutside).flatMap(outsideSoftRange),
});
