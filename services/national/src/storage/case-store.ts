import {
  type CalendarDate,
  type CaseFacts,
  type Center,
  type RecordKind,
  type RecordReference,
  type RecordTypes,
} from '@registry-hub/shared/domain';
import type { EntityManager } from 'typeorm';
import { copyRows } from './copy-rows';
import { listByPatient, oneByPatient } from './group-by';
import { recordTable, selectRecords } from './record-tables';
import { type CaseKind, caseKinds, recordsOfCase } from './records-of-case';
import { selectRows } from './run-sql';
import { joinSql, type Sql, sql, text } from './sql';
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

  /** The cases with these codes that are stored, in code order; one statement a table. */
  async load(codes: readonly string[]): Promise<Map<string, CaseFacts>> {
    const patients = await selectPatients(this.manager, ownedBy(codes));
    // whatever else is stored is some patient's
    if (patients.length === 0) return new Map();
    const recordsOf = <K extends RecordKind>(kind: K): Promise<RecordTypes[K][]> => selectRecords(this.manager, kind, ownedBy(codes));
    const diagnoses = oneByPatient(await recordsOf('diagnosis'));
    const treatments = listByPatient(await recordsOf('treatment'));
    const doses = listByPatient(await recordsOf('dose'));
    const assessments = listByPatient(await recordsOf('assessment'));
    const mutations = listByPatient(await recordsOf('mutation'));
    const adverseEvents = listByPatient(await recordsOf('adverseEvent'));
    const failures = oneByPatient(await recordsOf('failure'));
    const cases = patients.map(({ patient, recordStatus, ehdsOptOut, ehdsOptOutOn }): CaseFacts => {
      const { patientCode } = patient;
      const diagnosis = diagnoses.get(patientCode);
      const failure = failures.get(patientCode);
      return {
        patient,
        recordStatus,
        ehdsOptOut,
        ...(ehdsOptOutOn && { ehdsOptOutOn }),
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

  /** The case's version, which grows with every change of it; undefined when it is not stored. */
  async versionOf(code: string): Promise<number | undefined> {
    const rows = await selectRows<{ version: number }>(this.manager, sql`SELECT patients.version FROM patients WHERE ${ownedBy([code])}`);
    return rows[0]?.version;
  }

  /**
   * Stores centres and cases by natural key. A stored row that is not among them is left alone, and so is what the registry
   * itself says of a case.
   */
  async save(centers: readonly Center[], cases: readonly CaseFacts[]): Promise<WriteOutcome> {
    const changedCenters = await this.saveRecords('center', centers);
    let changedRows = changedCenters.length;
    const changedPatients = new Set<string>();
    for (const kind of caseKinds) {
      const changed = await this.saveRecords(kind, recordsOf(kind, cases));
      changedRows += changed.length;
      for (const code of changed) changedPatients.add(code);
    }
    return { changedRows, changedPatients };
  }

  /** Stores cases of which nothing is stored yet; their centres are. */
  async insert(cases: readonly CaseFacts[]): Promise<void> {
    for (const kind of caseKinds) await copyRows(this.manager, recordTable(this.manager, kind), recordsOf(kind, cases));
  }

  /** Removes one record below a patient. */
  async remove({ kind, key }: Pick<RecordReference, 'kind' | 'key'>): Promise<void> {
    const table = recordTable(this.manager, kind);
    const isRecord = table.key.map((column, index) => sql`${text(column.name)} = ${key[index]}::${text(column.type)}`);
    await selectRows(this.manager, sql`DELETE FROM ${text(table.name)} WHERE ${joinSql(isRecord, ' AND ')}`);
  }

  /** What the registry, and not its centres, says of a case. */
  async setRegistryFields({ patient, recordStatus, ehdsOptOut }: CaseFacts, ehdsOptOutOn?: CalendarDate): Promise<void> {
    await selectRows(
      this.manager,
      sql`
        UPDATE patients SET record_status = ${recordStatus}, ehds_opt_out = ${ehdsOptOut},
               ehds_opt_out_on = coalesce(${ehdsOptOutOn ?? null}::date, ehds_opt_out_on)
         WHERE ${ownedBy([patient.patientCode])}`,
    );
  }

  /** To be called once for each case that a transaction changed. */
  async raiseVersions(codes: readonly string[]): Promise<void> {
    if (codes.length === 0) return;
    await selectRows(this.manager, sql`UPDATE patients SET version = version + 1 WHERE ${ownedBy(codes)}`);
  }

  private saveRecords<K extends RecordKind>(kind: K, records: readonly RecordTypes[K][]): Promise<string[]> {
    return upsertRows(this.manager, recordTable(this.manager, kind), records);
  }
}

function recordsOf<K extends CaseKind>(kind: K, cases: readonly CaseFacts[]): readonly RecordTypes[K][] {
  return cases.flatMap(recordsOfCase[kind]);
}

function ownedBy(codes: readonly string[]): Sql {
  return sql`patient_code = ANY(${codes}::text[])`;
}
