import type { RecordTypes } from '@registry-hub/shared/domain';
import { HubError } from '@registry-hub/shared/errors';
import type { EntityManager } from 'typeorm';
import type { InputValues } from '../intake';
import { WithdrawalStore } from '../storage';
import { type CaseKind, type ChildKind, caseOf, keyOf, newCase, noRecords, recordOf, withoutRecord, withRecord } from '../validation';
import { applyChange, findingsWithout, type Occasion } from '../writing';
import { acceptCase, type Proposal } from './accept-case';
import { refuseClosedCenter, refuseOfClosedCenter } from './closed-centers';
import { type Desk, occasionOf, todayAt } from './desk';
import { caseConflict, findCase, type OpenCase, openUnlockedCase } from './open-case';
import { givenKey, givenRecord, inputPath, isSame, keyArgument, refuseReason } from './read-arguments';

/** Why a stored record is changed, and which version of its case the caller has seen. */
export interface Correction {
  readonly reason: string;
  readonly expectedVersion: number;
}

/**
 * Patients and the records below them, one by one, by the rules of an import. Nothing of a locked case is changed.
 *
 * Every method throws HubError: BAD_USER_INPUT with all problems of the arguments, NOT_FOUND when patient or record are not
 * there, CONFLICT when the case is locked, has another version, or has the record already, and when its centre is closed: then
 * nobody enrols there, and only the country's coordinator changes the cases there are.
 */
export class RecordDesk {
  constructor(private readonly desk: Desk) {}

  async enrol(input: InputValues): Promise<void> {
    const { record, faults } = givenRecord('patient', input, this.desk.country);
    await this.desk.writer.write(async (manager) => {
      await refuseClosedCenter(manager, record.centerCode, todayAt(this.desk));
      await refuseTakenCode(manager, record.patientCode);
      const after = caseOf(record, noRecords, newCase);
      await this.propose(manager, 'ENROL', { before: undefined, after, faults, argumentOf: inputPath('patient', record) });
    });
  }

  async record(kind: ChildKind, input: InputValues, expectedVersion: number | undefined): Promise<void> {
    await this.put('RECORD', kind, input, expectedVersion, refuseSecond);
  }

  /** Notifies a failure, or notifies it anew. */
  async notifyFailure(input: InputValues, expectedVersion: number | undefined): Promise<void> {
    await this.put('NOTIFY_FAILURE', 'failure', input, expectedVersion, () => undefined);
  }

  /** @param values the record's natural key as it is stored; the one given in its place may have another, of the same patient */
  async correct<K extends CaseKind>(kind: K, values: InputValues, input: InputValues, correction: Correction): Promise<void> {
    const { desk } = this;
    const { reason, expectedVersion } = correction;
    const key = givenKey(kind, values, desk.country);
    const [patientCode = ''] = key;
    const { record, faults } = givenRecord(kind, input, desk.country, { reason, code: patientCode });
    await desk.writer.write(async (manager) => {
      const open = await this.open(manager, patientCode, expectedVersion);
      const { facts } = open;
      if (!recordOf(facts, kind, key)) throw new HubError('NOT_FOUND');
      const moved = !isSame(key, keyOf(kind, record));
      if (moved) refuseSecond(open, kind, record);
      const after = withRecord(moved ? withoutRecord(facts, kind, key) : facts, kind, record);
      const proposal = { before: facts, after, faults, argumentOf: inputPath(kind, record), ...(moved && { removed: { kind, key } }) };
      await this.propose(manager, 'CORRECT', proposal, reason);
    });
  }

  async voidRecord(kind: ChildKind, values: InputValues, { reason, expectedVersion }: Correction): Promise<void> {
    refuseReason(reason);
    const key = givenKey(kind, values, this.desk.country);
    await this.desk.writer.write(async (manager) => {
      const { facts } = await this.open(manager, key[0] ?? '', expectedVersion);
      if (!recordOf(facts, kind, key)) throw new HubError('NOT_FOUND');
      const after = withoutRecord(facts, kind, key);
      const proposal = { before: facts, after, faults: [], argumentOf: () => keyArgument(kind), removed: { kind, key } };
      await this.propose(manager, 'VOID', proposal, reason);
    });
  }

  /** Takes out a patient who was entered in error, with everything below; the code is free again. */
  async voidPatient(patientCode: string, { reason, expectedVersion }: Correction): Promise<void> {
    refuseReason(reason);
    await this.desk.writer.write(async (manager) => {
      const { facts } = await this.open(manager, patientCode, expectedVersion);
      const others = await findingsWithout(manager, facts.patient);
      await applyChange(manager, { ...occasionOf(this.desk, 'VOID', reason), voided: [facts], others });
    });
  }

  private async put<K extends ChildKind>(
    action: Occasion['action'],
    kind: K,
    input: InputValues,
    expectedVersion: number | undefined,
    refuse: (open: OpenCase, kind: K, record: RecordTypes[K]) => void,
  ): Promise<void> {
    const { record, faults } = givenRecord(kind, input, this.desk.country);
    await this.desk.writer.write(async (manager) => {
      const open = await this.open(manager, record.patientCode, expectedVersion);
      refuse(open, kind, record);
      const after = withRecord(open.facts, kind, record);
      await this.propose(manager, action, { before: open.facts, after, faults, argumentOf: inputPath(kind, record) });
    });
  }

  private async open(manager: EntityManager, patientCode: string, expectedVersion: number | undefined): Promise<OpenCase> {
    const open = await openUnlockedCase(manager, patientCode, expectedVersion);
    await refuseOfClosedCenter(manager, this.desk, open.facts.patient.centerCode);
    return open;
  }

  private async propose(manager: EntityManager, action: Occasion['action'], proposal: Proposal, reason?: string): Promise<void> {
    const accepted = await acceptCase(manager, proposal, todayAt(this.desk));
    await applyChange(manager, { ...occasionOf(this.desk, action, reason), ...accepted });
  }
}

async function refuseTakenCode(manager: EntityManager, patientCode: string): Promise<void> {
  const open = await findCase(manager, patientCode);
  if (open) throw caseConflict(open, 'A patient with this code is registered already; correct that record, or give another code.');
  // whoever withdrew is answered for as if never registered, and does not come back
  if ((await new WithdrawalStore(manager).among([patientCode])).size > 0) throw new HubError('NOT_FOUND');
}

function refuseSecond<K extends CaseKind>(open: OpenCase, kind: K, record: RecordTypes[K]): void {
  if (!recordOf(open.facts, kind, keyOf(kind, record))) return;
  throw caseConflict(open, `The case has a record with the same ${keyArgument(kind)} already; correct that one.`);
}
