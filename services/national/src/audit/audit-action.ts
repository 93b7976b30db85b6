/** What changes a registry, consent withdrawn aside. */
export const changeActions = [
  'IMPORT',
  'ENROL',
  'RECORD',
  'CORRECT',
  'VOID',
  'NOTIFY_FAILURE',
  'STATUS_CHANGE',
  'EHDS_OPT_OUT',
  'VERIFY',
  'MONITORING_VISIT',
  'QUERY_RAISED',
  'QUERY_ANSWERED',
  'QUERY_CLOSED',
  'REDERIVE',
  'SETTINGS',
  'COUNTRY_KEY',
  'FREEZE',
] as const;
export type ChangeAction = (typeof changeActions)[number];

/** What looks at data of single patients. */
export const readActions = ['READ_PATIENT', 'READ_PATIENTS', 'READ_DATA_QUERIES', 'READ_AUDIT_TRAIL', 'EXPORT'] as const;
export type ReadAction = (typeof readActions)[number];

/** What erases a case; the migration's triggers know it by this name. */
export const WITHDRAW_CONSENT = 'WITHDRAW_CONSENT';

export const auditActions = [...changeActions, WITHDRAW_CONSENT, ...readActions] as const;
