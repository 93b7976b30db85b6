import type { CalendarDate, RecordStatus } from '@registry-hub/shared/domain';
import { HubError } from '@registry-hub/shared/errors';
import { CalendarDateScalar, RecordStatusEnum } from '@registry-hub/shared/graphql';
import { hasRole } from '@registry-hub/shared/identity';
import { Arg, Ctx, FieldResolver, ID, Resolver } from 'type-graphql';
import type { NationalContext } from '../context';
import { forgetLoaded } from '../loaders';
import { presentPatient } from '../mapping/present';
import { NationalOperationsType, NotifyFailureInput, PatientType, WithdrawalReceiptType } from '../types';

@Resolver(() => NationalOperationsType)
export class CaseOperations {
  @FieldResolver(() => PatientType, { description: 'Notifies that imatinib failed, or corrects the notification.' })
  async notifyFailure(
    @Arg('input', () => NotifyFailureInput) input: NotifyFailureInput,
    @Ctx() context: NationalContext,
  ): Promise<PatientType> {
    const { decision, ...failure } = input;
    await context.recorder.notifyFailure({ ...failure, ...(decision && { decision }) });
    return changedPatient(context, failure.patientCode);
  }

  @FieldResolver(() => WithdrawalReceiptType, { description: 'From now on the patient is in no statistic and no list.' })
  async withdrawConsent(
    @Arg('patientCode', () => ID) patientCode: string,
    @Arg('on', () => CalendarDateScalar) on: CalendarDate,
    @Ctx() { recorder, loaders }: NationalContext,
  ): Promise<WithdrawalReceiptType> {
    await recorder.withdrawConsent(patientCode, on);
    forgetLoaded(loaders);
    return { patientCode, withdrawnOn: on };
  }

  @FieldResolver(() => PatientType, { description: 'VALIDATED and LOCKED need every HARD data query of the case closed.' })
  async setRecordStatus(
    @Arg('patientCode', () => ID) patientCode: string,
    @Arg('status', () => RecordStatusEnum) status: RecordStatus,
    @Ctx() context: NationalContext,
  ): Promise<PatientType> {
    await context.recorder.setRecordStatus(patientCode, status, hasRole(context.caller, 'COORDINATOR'));
    return changedPatient(context, patientCode);
  }
}

/** The patient as the change left it, none of it from before. */
async function changedPatient({ reader, loaders }: NationalContext, code: string): Promise<PatientType> {
  forgetLoaded(loaders);
  const [patient] = await reader.patients([code]);
  if (!patient) throw new HubError('NOT_FOUND');
  return presentPatient(patient);
}
