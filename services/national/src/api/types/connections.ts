import { connectionClass } from '@registry-hub/shared/graphql';
import { AuditEntryType } from './audit-entry';
import { CenterType } from './center';
import { DataQueryType } from './data-query';
import { PatientType } from './patient';

export const CenterConnectionType = connectionClass('Center', CenterType);
export const PatientConnectionType = connectionClass('Patient', PatientType);
export const DataQueryConnectionType = connectionClass('DataQuery', DataQueryType);
export const AuditConnectionType = connectionClass('Audit', AuditEntryType);
