import type { FieldCount, FieldGroup } from '@registry-hub/shared/clinical';

/** The property of the column that counts a group's fields: `responseMonitoringFilled`. */
export function completenessProperty(group: FieldGroup, count: keyof FieldCount): string {
  return `${group.toLowerCase()}_${count}`.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
