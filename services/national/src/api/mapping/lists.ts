import { CENTER_CODE, PATIENT_CODE } from '@registry-hub/shared/domain';
import type { PagedList } from '@registry-hub/shared/graphql';
import { AUDIT_SEQUENCE } from '../../audit';
import { DATA_QUERY_ID } from '../../storage';

/** The lists of a registry, each with the key that it goes by. */
export const lists = {
  center: { name: 'center', key: CENTER_CODE },
  patient: { name: 'patient', key: PATIENT_CODE },
  dataQuery: { name: 'dataQuery', key: DATA_QUERY_ID },
  audit: { name: 'audit', key: AUDIT_SEQUENCE },
  history: { name: 'history', key: AUDIT_SEQUENCE },
} as const satisfies Readonly<Record<string, PagedList>>;
