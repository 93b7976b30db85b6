import { Arg, Args, type ClassType, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import type { InputValues } from '../../intake';
import type { ChildKind } from '../../validation';
import type { NationalContext } from '../context';
import { NationalOperationsType, NotifyFailureInput, PatientType, recordInput, recordKey } from '../types';
import { changedPatient } from './changed-patient';
import { correctionOptions, versionOptions } from './operation-arguments';

interface RecordFamily {
  readonly kind: ChildKind;
  /** As in the names of the operations: `recordTreatment`. */
  readonly name: string;
  readonly what: string;
  readonly input: ClassType<InputValues>;
}

/** Kinds of records below a patient that are recorded, corrected and voided alike; a failure is notified instead of recorded. */
const families: readonly RecordFamily[] = [
  { kind: 'diagnosis', name: 'Diagnosis', what: 'the diagnosis', input: recordInput('diagnosis', 'DiagnosisInput') },
  { kind: 'treatment', name: 'Treatment', what: 'a line of therapy', input: recordInput('treatment', 'TreatmentInput') },
  { kind: 'dose', name: 'Dose', what: 'a dose', input: recordInput('dose', 'DoseInput') },
  { kind: 'assessment', name: 'Assessment', what: 'an assessment', input: recordInput('assessment', 'AssessmentInput') },
  { kind: 'mutation', name: 'Mutation', what: 'a kinase domain mutation', input: recordInput('mutation', 'MutationInput') },
  { kind: 'adverseEvent', name: 'AdverseEvent', what: 'an adverse event', input: recordInput('adverseEvent', 'AdverseEventInput') },
  { kind: 'failure', name: 'Failure', what: 'the notification of a failure', input: NotifyFailureInput },
];

/** type-graphql tells resolvers of one type apart by their method, hence the methods bear the operations' names. */
function correctionOf({ kind, name, what, input: Input }: RecordFamily): ClassType {
  const Key = recordKey(kind);

  @Resolver(() => NationalOperationsType)
  class RecordCorrection {
    @FieldResolver(() => PatientType, {
      description: `Puts another record in the place of ${what}; what is not given is not known any more.`,
    })
    async [`correct${name}`](
      @Args(() => Key) key: InputValues,
      @Arg('input', () => Input) input: InputValues,
      @Arg('reason', () => String, correctionOptions.reason) reason: string,
      @Arg('expectedVersion', () => Int, correctionOptions.expectedVersion) expectedVersion: number,
      @Ctx() context: NationalContext,
    ): Promise<PatientType> {
      await context.recordDesk.correct(kind, key, input, { reason, expectedVersion });
      return changedPatient(context, key['patientCode']);
    }

    @FieldResolver(() => PatientType, { description: `Takes out ${what} that was entered in error; the audit trail keeps it.` })
    async [`void${name}`](
      @Args(() => Key) key: InputValues,
      @Arg('reason', () => String, correctionOptions.reason) reason: string,
      @Arg('expectedVersion', () => Int, correctionOptions.expectedVersion) expectedVersion: number,
      @Ctx() context: NationalContext,
    ): Promise<PatientType> {
      await context.recordDesk.voidRecord(kind, key, { reason, expectedVersion });
      return changedPatient(context, key['patientCode']);
    }
  }
  return RecordCorrection;
}

function recordingOf({ kind, name, what, input: Input }: RecordFamily): ClassType {
  @Resolver(() => NationalOperationsType)
  class Recording {
    @FieldResolver(() => PatientType, { description: `Records ${what}, by the rules of an import.` })
    async [`record${name}`](
      @Arg('input', () => Input) input: InputValues,
      @Arg('expectedVersion', () => Int, versionOptions) expectedVersion: number | null | undefined,
      @Ctx() context: NationalContext,
    ): Promise<PatientType> {
      await context.recordDesk.record(kind, input, expectedVersion ?? undefined);
      return changedPatient(context, input['patientCode']);
    }
  }
  return Recording;
}

const recorded = families.filter(({ kind }) => kind !== 'failure');

export const recordOperations: readonly ClassType[] = [...recorded.map(recordingOf), ...families.map(correctionOf)];
