import type { CalendarDate, CaseFacts, Center, DerivedCase, RecordKind, RecordTypes } from '@registry-hub/shared/domain';
import DataLoader from 'dataloader';
import {
  type DataQuery,
  groupBy,
  listByPatient,
  type MonitoringVisit,
  type MonthlyCount,
  oneByPatient,
  type QueryMessage,
  type RegistryReader,
  type Verification,
  type VerifiedShare,
} from '../storage';

type PatientRecordKind = Exclude<RecordKind, 'center' | 'patient'>;

/** What lies below a patient, each kind by one statement for all patients of a request. Made anew for every request. */
export interface RegistryLoaders {
  readonly center: DataLoader<string, Center | undefined>;
  readonly casesOfCenter: DataLoader<string, number>;
  readonly centerClosure: DataLoader<string, CalendarDate | undefined>;
  readonly diagnosis: DataLoader<string, RecordTypes['diagnosis'] | undefined>;
  readonly treatments: DataLoader<string, readonly RecordTypes['treatment'][]>;
  readonly doses: DataLoader<string, readonly RecordTypes['dose'][]>;
  readonly assessments: DataLoader<string, readonly RecordTypes['assessment'][]>;
  readonly mutations: DataLoader<string, readonly RecordTypes['mutation'][]>;
  readonly adverseEvents: DataLoader<string, readonly RecordTypes['adverseEvent'][]>;
  readonly failure: DataLoader<string, RecordTypes['failure'] | undefined>;
  readonly derivedCase: DataLoader<string, DerivedCase | undefined>;
  readonly caseFacts: DataLoader<string, CaseFacts | undefined>;
  readonly dataQueries: DataLoader<string, readonly DataQuery[]>;
  readonly thread: DataLoader<string, readonly QueryMessage[]>;
  readonly verifications: DataLoader<string, readonly Verification[]>;
  /** By centre, as the following; of all of them under ALL_CENTERS. */
  readonly notificationDelay: DataLoader<string, number | undefined>;
  readonly notifications: DataLoader<string, readonly MonthlyCount[]>;
  readonly verifiedShare: DataLoader<string, VerifiedShare | undefined>;
  readonly monitoringVisits: DataLoader<string, readonly MonitoringVisit[]>;
}

export function createLoaders(reader: RegistryReader): RegistryLoaders {
  const one = <K extends PatientRecordKind>(kind: K): DataLoader<string, RecordTypes[K] | undefined> =>
    loader(async (codes) => oneByPatient(await reader.records(kind, codes)), undefined);
  const list = <K extends PatientRecordKind>(kind: K): DataLoader<string, readonly RecordTypes[K][]> =>
    loader<readonly RecordTypes[K][]>(async (codes) => listByPatient(await reader.records(kind, codes)), []);
  return {
    center: loader<Center | undefined>(
      async (codes) => new Map((await reader.centers(codes)).map((center) => [center.centerCode, center])),
      undefined,
    ),
    centerClosure: loader<CalendarDate | undefined>((codes) => reader.centerClosures(codes), undefined),
    casesOfCenter: loader((codes) => reader.casesByCenter(codes), 0),
    diagnosis: one('diagnosis'),
    treatments: list('treatment'),
    doses: list('dose'),
    assessments: list('assessment'),
    mutations: list('mutation'),
    adverseEvents: list('adverseEvent'),
    failure: one('failure'),
    derivedCase: loader<DerivedCase | undefined>(async (codes) => oneByPatient(await reader.derivedCases(codes)), undefined),
    caseFacts: loader<CaseFacts | undefined>((codes) => reader.caseFacts(codes), undefined),
    dataQueries: loader<readonly DataQuery[]>(async (codes) => listByPatient(await reader.dataQueriesOf(codes)), []),
    thread: loader<readonly QueryMessage[]>(async (ids) => groupBy(await reader.threads(ids), ({ queryId }) => queryId), []),
    verifications: loader<readonly Verification[]>(async (codes) => listByPatient(await reader.verifications(codes)), []),
    notificationDelay: loader<number | undefined>(() => reader.notificationDelays(), undefined),
    notifications: loader<readonly MonthlyCount[]>(() => reader.notificationsByMonth(), []),
    verifiedShare: loader<VerifiedShare | undefined>(() => reader.verifiedShares(), undefined),
    monitoringVisits: loader<readonly MonitoringVisit[]>(
      async (centers) => groupBy(await reader.monitoringVisits(centers), ({ centerCode }) => centerCode),
      [],
    ),
  };
}

function loader<V>(read: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>, absent: V): DataLoader<string, V> {
  return new DataLoader<string, V>(async (keys) => {
    const found = await read(keys);
    return keys.map((key) => found.get(key) ?? absent);
  });
}

/** After a change within a request: what was read before it is not to be shown. */
export function forgetLoaded(loaders: RegistryLoaders): void {
  for (const one of Object.values(loaders)) one.clearAll();
}
