import type { CalendarDate, RecordStatus } from '@registry-hub/shared/domain';
import { CalendarDateScalar, RecordStatusEnum } from '@registry-hub/shared/graphql';
import { Arg, Ctx, FieldResolver, ID, Int, Resolver } from 'type-graphql';
import type { InputValues } from '../../intake';
import type { NationalContext } from '../context';
import { forgetLoaded } from '../loaders';
import { NationalOperationsType, NotifyFailureInput, PatientType, WithdrawalReceiptType } from '../types';
import { changedPatient } from './changed-patient';
import { versionOptions } from './operation-arguments';

@Resolver(() => NationalOperationsType)
export class CaseOperations {
  @FieldResolver(() => PatientType, { description: 'Notifies that imatinib failed, or notifies it anew.' })
  async notifyFailure(
    @Arg('input', () => NotifyFailureInput) input: InputValues,
    @Arg('expectedVersion', () => Int, versionOptions) expectedVersion: number | null | undefined,
    @Ctx() context: NationalContext,
  ): Promise<PatientType> {
    await context.recordDesk.notifyFailure(input, expectedVersion ?? undefined);
    return changedPatient(context, input['patientCode']);
  }

  @FieldResolver(() => WithdrawalReceiptType, {
    description: 'From now on the patient is in no statistic and no list; the case is erased, and a tombstone stays.',
  })
  async withdrawConsent(
    @Arg('patientCode', () => ID) patientCode: string,
    @Arg('on', () => CalendarDateScalar) on: CalendarDate,
    @Ctx() { consentDesk, loaders }: NationalContext,
  ): Promise<WithdrawalReceiptType> {
    await consentDesk.withdraw(patientCode, on);
    forgetLoaded(loaders);
    return { patientCode, withdrawnOn: on };
  }

  @FieldResolver(() => PatientType, {
    description: "The patient's objection to use across borders, or its end: out of European figures, in national ones.",
  })
  async setEhdsOptOut(
    @Arg('patientCode', () => ID) patientCode: string,
    @Arg('optOut', () => Boolean) optOut: boolean,
    @Arg('on', () => CalendarDateScalar, { description: 'The day on which the patient decided.' }) on: CalendarDate,
    @Arg('expectedVersion', () => Int, versionOptions) expectedVersion: number | null | undefined,
    @Ctx() context: NationalContext,
  ): Promise<PatientType> {
    await context.consentDesk.setEhdsOptOut(patientCode, optOut, on, expectedVersion ?? undefined);
    return changedPatient(context, patientCode);
  }

  @FieldResolver(() => PatientType, {
    description: 'VALIDATED and LOCKED need every HARD data query of the case closed. A coordinator alone locks and unlocks.',
  })
  async setRecordStatus(
    @Arg('patientCode', () => ID) patientCode: string,
    @Arg('status', () => RecordStatusEnum) status: RecordStatus,
    @Arg('reason', () => String, { nullable: true, description: 'Required to unlock, and for every other way back.' })
    reason: string | null | undefined,
    @Arg('expectedVersion', () => Int, versionOptions) expectedVersion: number | null | undefined,
    @Ctx() context: NationalContext,
  ): Promise<PatientType> {
    const change = { patientCode, status, reason: reason ?? undefined, expectedVersion: expectedVersion ?? undefined };
    await context.statusDesk.setRecordStatus(change);
    return changedPatient(context, patientCode);
  }
}
