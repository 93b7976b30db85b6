import type { FieldCount } from '@registry-hub/shared/clinical';

/** The property of the column that counts a field: `diagnosisKaryotypeFilled`, `aLineOfTreatmentExpected`. */
export function completenessProperty(field: string, count: keyof FieldCount): string {
  return `${field} ${count}`.replace(/[. ]+(\w)/g, (_, letter: string) => letter.toUpperCase());
}
