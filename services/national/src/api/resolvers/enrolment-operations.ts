import { Arg, Ctx, FieldResolver, ID, Int, Resolver } from 'type-graphql';
import type { InputValues } from '../../intake';
import type { NationalContext } from '../context';
import { forgetLoaded } from '../loaders';
import { presentCenter } from '../mapping/present';
import { CenterInput, CenterType, NationalOperationsType, PatientInput, PatientType, VoidReceiptType } from '../types';
import { changedPatient } from './changed-patient';
import { correctionOptions } from './operation-arguments';

@Resolver(() => NationalOperationsType)
export class EnrolmentOperations {
  @FieldResolver(() => CenterType, { description: 'Registers a centre.' })
  async recordCenter(
    @Arg('input', () => CenterInput) input: InputValues,
    @Ctx() { centerDesk, loaders }: NationalContext,
  ): Promise<CenterType> {
    const center = await centerDesk.record(input);
    forgetLoaded(loaders);
    return presentCenter(center);
  }

  @FieldResolver(() => CenterType, { description: 'Puts another record in the place of a centre; its code stays.' })
  async correctCenter(
    @Arg('centerCode', () => ID) centerCode: string,
    @Arg('input', () => CenterInput) input: InputValues,
    @Arg('reason', () => String, correctionOptions.reason) reason: string,
    @Ctx() { centerDesk, loaders }: NationalContext,
  ): Promise<CenterType> {
    const center = await centerDesk.correct(centerCode, input, reason);
    forgetLoaded(loaders);
    return presentCenter(center);
  }

  @FieldResolver(() => PatientType, { description: 'Enrols a patient.' })
  async recordPatient(@Arg('input', () => PatientInput) input: InputValues, @Ctx() context: NationalContext): Promise<PatientType> {
    await context.recordDesk.enrol(input);
    return changedPatient(context, input['patientCode']);
  }

  @FieldResolver(() => PatientType, {
    description: "Puts another record in the place of the patient's own; the code stays, and so do the records below.",
  })
  async correctPatient(
    @Arg('patientCode', () => ID) patientCode: string,
    @Arg('input', () => PatientInput) input: InputValues,
    @Arg('reason', () => String, correctionOptions.reason) reason: string,
    @Arg('expectedVersion', () => Int, correctionOptions.expectedVersion) expectedVersion: number,
    @Ctx() context: NationalContext,
  ): Promise<PatientType> {
    await context.recordDesk.correct('patient', { patientCode }, input, { reason, expectedVersion });
    return changedPatient(context, patientCode);
  }

  @FieldResolver(() => VoidReceiptType, {
    description: 'Takes out a patient who was entered in error, with every record below. Who withdraws consent is not voided.',
  })
  async voidPatient(
    @Arg('patientCode', () => ID) patientCode: string,
    @Arg('reason', () => String, correctionOptions.reason) reason: string,
    @Arg('expectedVersion', () => Int, correctionOptions.expectedVersion) expectedVersion: number,
    @Ctx() { recordDesk, loaders }: NationalContext,
  ): Promise<VoidReceiptType> {
    await recordDesk.voidPatient(patientCode, { reason, expectedVersion });
    forgetLoaded(loaders);
    return { patientCode };
  }
}
