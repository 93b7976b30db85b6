import { DERIVATION_VERSION, type ExpectedField } from '@registry-hub/shared/clinical';
import { type Page, type PageRequest, pageOf } from '@registry-hub/shared/database';
import type { CalendarDate, CaseFacts, Center, DerivedCase, RecordKind, RecordTypes } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import type { ExtensionFormat } from '../../extension';
import { CaseStore } from '../case-store';
import { selectCenterClosures } from '../center-closure-store';
import { DATA_QUERY_ID, type DataQuery, type QueryMessage } from '../data-query';
import { selectDataQueries, selectThreads } from '../data-query-rows';
import { DerivationCursor } from '../derivation-cursor';
import { selectDerivedCases } from '../derived-case-store';
import { ExtensionRecordStore } from '../extension-record-store';
import { type MonitoringVisit, selectMonitoringVisits } from '../monitoring-visit-store';
import { selectRecords } from '../record-tables';
import { RegistryStateStore } from '../registry-state-store';
import { selectOne, selectRows } from '../run-sql';
import { type Sql, sql, text } from '../sql';
import { type StoredPatient, selectPatients } from '../stored-patients';
import type { Verification } from '../verification';
import { selectVerifications } from '../verification-store';
import { type DataQueryFilter, dataQueryCondition, type PatientFilter, patientCondition } from './filters';
import { type MonthlyCount, notificationDelays, notificationsByMonth } from './notification-figures';
import { type CenterQualityFigures, qualityByCenter } from './quality-figures';
import { isInScope, isVisible, type ReadingScope } from './reading-scope';
import { type VerifiedShare, verifiedShares } from './verification-figures';

/**
 * The one door to patient-level data. It is built for one caller, and every statement it makes is confined to what that
 * caller may see: no method takes the scope, so none can forget it.
 */
export class RegistryReader {
  constructor(
    private readonly manager: EntityManager,
    private readonly scope: ReadingScope,
  ) {}

  /** Cases of the whole registry, whatever the scope: an administrative figure. */
  async registeredCases(): Promise<number> {
    return this.count(sql`patients`);
  }

  revision(): Promise<number> {
    return new RegistryStateStore(this.manager).revision();
  }

  /** Of all cases of the registry, whatever the scope, as the following. */
  oldestDerivation(): Promise<number | undefined> {
    return new DerivationCursor(this.manager, DERIVATION_VERSION).oldest();
  }

  /** Cases whose row was derived by other rules than the present ones. */
  casesToRederive(): Promise<number> {
    return new DerivationCursor(this.manager, DERIVATION_VERSION).count();
  }

  async centersPage(request: PageRequest): Promise<Page<Center>> {
    const where = sql`${this.centerInScope()} AND centers.center_code > ${request.after ?? ''}`;
    return pageOf(await selectRecords(this.manager, 'center', where, request.first + 1), request);
  }

  async countCenters(): Promise<number> {
    return this.count(sql`centers WHERE ${this.centerInScope()}`);
  }

  async centers(codes: readonly string[]): Promise<Center[]> {
    return selectRecords(this.manager, 'center', sql`${this.centerInScope()} AND centers.center_code = ANY(${codes}::text[])`);
  }

  /** The first day on which each of these centres is closed, by code; one that stays open is not in it. */
  async centerClosures(codes: readonly string[]): Promise<Map<string, CalendarDate>> {
    const inScope = isInScope(this.scope, text('center_closures.center_code'));
    return selectCenterClosures(this.manager, sql`${inScope} AND center_closures.center_code = ANY(${codes}::text[])`);
  }

  /** By centre code; a centre without patients is not in it. */
  async casesByCenter(codes: readonly string[]): Promise<Map<string, number>> {
    const rows = await selectRows<{ code: string; cases: number }>(
      this.manager,
      sql`
        SELECT patients.center_code AS code, count(*)::integer AS cases
          FROM patients WHERE ${isVisible(this.scope)} AND patients.center_code = ANY(${codes}::text[])
         GROUP BY patients.center_code`,
    );
    return new Map(rows.map(({ code, cases }) => [code, cases]));
  }

  async patientsPage(filter: PatientFilter, request: PageRequest): Promise<Page<StoredPatient>> {
    const where = sql`${this.matching(filter)} AND patients.patient_code > ${request.after ?? ''}`;
    return pageOf(await selectPatients(this.manager, where, request.first + 1), request);
  }

  async countPatients(filter: PatientFilter): Promise<number> {
    return this.count(sql`patients WHERE ${this.matching(filter)}`);
  }

  async patients(codes: readonly string[]): Promise<StoredPatient[]> {
    return selectPatients(this.manager, sql`${isVisible(this.scope)} AND patients.patient_code = ANY(${codes}::text[])`);
  }

  /** All records of a kind that these patients have, in key order. */
  async records<K extends Exclude<RecordKind, 'center' | 'patient'>>(kind: K, codes: readonly string[]): Promise<RecordTypes[K][]> {
    return selectRecords(this.manager, kind, this.belongTo(codes));
  }

  async derivedCases(codes: readonly string[]): Promise<DerivedCase[]> {
    return selectDerivedCases(this.manager, this.belongTo(codes));
  }

  /** Everything documented about these patients, by code. */
  async caseFacts(codes: readonly string[]): Promise<Map<string, CaseFacts>> {
    const visible = await this.patients(codes);
    return new CaseStore(this.manager).load(visible.map(({ patient }) => patient.patientCode));
  }

  /** A kind of an extension's records of these patients, or centres, by code and in key order. */
  async extensionRecords<R extends object>(
    format: ExtensionFormat<R>,
    codes: readonly string[],
  ): Promise<ReadonlyMap<string, readonly R[]>> {
    const visible =
      format.owner === 'PATIENT'
        ? (await this.patients(codes)).map(({ patient }) => patient.patientCode)
        : (await this.centers(codes)).map(({ centerCode }) => centerCode);
    const records = await new ExtensionRecordStore(this.manager).load([format], visible);
    return new Map([...records].map(([code, byKind]) => [code, (byKind.get(format.kind) ?? []) as readonly R[]]));
  }

  async dataQueriesPage(filter: DataQueryFilter, request: PageRequest): Promise<Page<DataQuery>> {
    const where = sql`${this.asking(filter)} AND data_queries.id > ${request.after ?? '0'}::bigint`;
    return pageOf(await selectDataQueries(this.manager, where, request.first + 1), request);
  }

  async countDataQueries(filter: DataQueryFilter): Promise<number> {
    return this.count(sql`data_queries WHERE ${this.asking(filter)}`);
  }

  async dataQueries(ids: readonly string[]): Promise<DataQuery[]> {
    const wellFormed = ids.filter((id) => DATA_QUERY_ID.test(id));
    return selectDataQueries(this.manager, sql`${this.asking({})} AND data_queries.id = ANY(${wellFormed}::bigint[])`);
  }

  async dataQueriesOf(codes: readonly string[]): Promise<DataQuery[]> {
    return selectDataQueries(this.manager, this.belongTo(codes));
  }

  async threads(queryIds: readonly string[]): Promise<readonly QueryMessage[]> {
    const visible = await this.dataQueries(queryIds);
    return selectThreads(
      this.manager,
      visible.map(({ id }) => id),
    );
  }

  /** Completeness, by the fields that are expected, and open queries of each centre, in code order. */
  async qualityByCenter(expected: readonly ExpectedField[]): Promise<readonly CenterQualityFigures[]> {
    return qualityByCenter(this.manager, this.scope, expected);
  }

  /** Median days from failure to notification, see {@link notificationDelays}. */
  async notificationDelays(): Promise<Map<string, number>> {
    return notificationDelays(this.manager, this.scope);
  }

  async notificationsByMonth(): Promise<Map<string, readonly MonthlyCount[]>> {
    return notificationsByMonth(this.manager, this.scope);
  }

  /** By centre: how many of its laboratory records are verified. */
  async verifiedShares(): Promise<Map<string, VerifiedShare>> {
    return verifiedShares(this.manager, this.scope);
  }

  /** The records of these patients that are verified. */
  async verifications(codes: readonly string[]): Promise<readonly Verification[]> {
    return selectVerifications(this.manager, this.belongTo(codes));
  }

  /** Visits to these centres, in date order. */
  async monitoringVisits(centers: readonly string[]): Promise<readonly MonitoringVisit[]> {
    const inScope = isInScope(this.scope, text('monitoring_visits.center_code'));
    return selectMonitoringVisits(this.manager, sql`${inScope} AND monitoring_visits.center_code = ANY(${centers}::text[])`);
  }

  private matching(filter: PatientFilter): Sql {
    return sql`${isVisible(this.scope)} AND ${patientCondition(filter)}`;
  }

  private asking(filter: DataQueryFilter): Sql {
    return sql`EXISTS (
      SELECT FROM patients
       WHERE patients.patient_code = data_queries.patient_code AND ${isVisible(this.scope)} AND ${dataQueryCondition(filter)})`;
  }

  /** A condition on any table with one `patient_code`. */
  private belongTo(codes: readonly string[]): Sql {
    return sql`patient_code IN (
      SELECT patients.patient_code FROM patients WHERE patients.patient_code = ANY(${codes}::text[]) AND ${isVisible(this.scope)})`;
  }

  private centerInScope(): Sql {
    return isInScope(this.scope, text('centers.center_code'));
  }

  private async count(from: Sql): Promise<number> {
    return (await selectOne<{ n: number }>(this.manager, sql`SELECT count(*)::integer AS n FROM ${from}`)).n;
  }
}
