import type { CaseFacts, Center, RecordKind, RecordStatus, RecordTypes } from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { listByPatient, oneByPatient } from './group-by';
import { recordTable, selectRecords } from './record-tables';
import { selectRows } from './run-sql';
import { type Sql, sql } from './sql';
import { selectPatients } from './stored-patients';
import { upsertRows } from './upsert-rows';

/** What a write really changed. */
export interface WriteOutcome {
  readonly changedRows: number;
  /** Codes of the patients that a changed row belongs to. */
  readonly changedPatients: ReadonlySet<string>;
}

/** The documented facts: centres, and cases with all their records. */
export class CaseStore {
  constructor(private readonly manager: EntityManager) {}

  async centers(): Promise<Map<string, Center>> {
    const centers = await selectRecords(this.manager, 'center', sql`true`);
    return new Map(centers.map((center) => [center.centerCode, center]));
  }

  /** The cases with these codes that are stored, whether consent was withdrawn or not, in code order; one statement a table. */
  async load(codes: readonly string[]): Promise<Map<string, CaseFacts>> {
    const patients = await selectPatients(this.manager, ownedBy(codes));
    const recordsOf = <K extends RecordKind>(kind: K): Promise<RecordTypes[K][]> => selectRecords(this.manager, kind, ownedBy(codes));
    const diagnoses = oneByPatient(await recordsOf('diagnosis'));
    const treatments = listByPatient(await recordsOf('treatment'));
    const doses = listByPatient(await recordsOf('dose'));
    const assessments = listByPatient(await recordsOf('assessment'));
    const mutations = listByPatient(await recordsOf('mutation'));
    const adverseEvents = listByPatient(await recordsOf('adverseEvent'));
    const failures = oneByPatient(await recordsOf('failure'));
    const cases = patients.map(({ patient, recordStatus }): CaseFacts => {
      const { patientCode } = patient;
      const diagnosis = diagnoses.get(patientCode);
      const failure = failures.get(patientCode);
      return {
        patient,
        recordStatus,
        ...(diagnosis && { diagnosis }),
        treatments: treatments.get(patientCode) ?? [],
        doses: doses.get(patientCode) ?? [],
        assessments: assessments.get(patientCode) ?? [],
        mutations: mutations.get(patientCode) ?? [],
        adverseEvents: adverseEvents.get(patientCode) ?? [],
        ...(failure && { failure }),
      };
    });
    return new Map(cases.map((facts) => [facts.patient.patientCode, facts]));
  }

  /**
   * Stores centres and cases by natural key. A stored row that is not among them is left alone, and so are record statuses,
   * which are not the centre's to say.
   */
  async save(centers: readonly Center[], cases: readonly CaseFacts[]): Promise<WriteOutcome> {
    const known = await this.knownAmong(cases.map(({ patient }) => patient.patientCode));
    const changedCenters = await this.saveRecords('center', centers);
    const changed = [
      await this.saveRecords(
        'patient',
        cases.map(({ patient }) => patient),
      ),
      await this.saveRecords(
        'diagnosis',
        cases.flatMap(({ diagnosis }) => diagnosis ?? []),
      ),
      await this.saveRecords(
        'treatment',
        cases.flatMap(({ treatments }) => treatments),
      ),
      await this.saveRecords(
        'dose',
        cases.flatMap(({ doses }) => doses),
      ),
      await this.saveRecords(
        'assessment',
        cases.flatMap(({ assessments }) => assessments),
      ),
      await this.saveRecords(
        'mutation',
        cases.flatMap(({ mutations }) => mutations),
      ),
      await this.saveRecords(
        'adverseEvent',
        cases.flatMap(({ adverseEvents }) => adverseEvents),
      ),
      await this.saveRecords(
        'failure',
        cases.flatMap(({ failure }) => failure ?? []),
      ),
    ].flat();
    const changedPatients = new Set(changed);
    await this.raiseVersions([...changedPatients].filter((code) => known.has(code)));
    return { changedRows: changedCenters.length + changed.length, changedPatients };
  }

  async setRecordStatus(code: string, status: RecordStatus): Promise<void> {
    await selectRows(this.manager, sql`UPDATE patients SET record_status = ${status}, version = version + 1 WHERE ${ownedBy([code])}`);
  }

  private saveRecords<K extends RecordKind>(kind: K, records: readonly RecordTypes[K][]): Promise<string[]> {
    return upsertRows(this.manager, recordTable(this.manager, kind), records);
  }

  private async knownAmong(codes: readonly string[]): Promise<Set<string>> {
    const rows = await selectRows<{ code: string }>(this.manager, sql`SELECT patient_code AS code FROM patients WHERE ${ownedBy(codes)}`);
    return new Set(rows.map(({ code }) => code));
  }

  private async raiseVersions(codes: readonly string[]): Promise<void> {
    if (codes.length === 0) return;
    await selectRows(this.manager, sql`UPDATE patients SET version = version + 1 WHERE ${ownedBy(codes)}`);
  }
}

function ownedBy(codes: readonly string[]): Sql {
  return sql`patient_code = ANY(${codes}::text[])`;
}
