import { HubError } from '@registry-hub/shared/errors';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { NationalContext } from '../context';
import { presentDataQuery, presentDerivedCase } from '../mapping/present';
import {
  AdverseEventType,
  AssessmentType,
  CenterType,
  DataQueryType,
  DerivedCaseType,
  DiagnosisType,
  DoseType,
  FailureNotificationType,
  KinaseDomainMutationType,
  PatientType,
  TreatmentLineType,
} from '../types';
import { loadCenter } from './center-resolvers';

@Resolver(() => PatientType)
export class PatientResolver {
  @FieldResolver(() => CenterType)
  center(@Root() { centerCode }: PatientType, @Ctx() context: NationalContext): Promise<CenterType> {
    return loadCenter(context, centerCode);
  }

  @FieldResolver(() => DiagnosisType, { nullable: true })
  diagnosis(@Root() { code }: PatientType, @Ctx() { loaders }: NationalContext): Promise<DiagnosisType | undefined> {
    return loaders.diagnosis.load(code);
  }

  @FieldResolver(() => [TreatmentLineType], { description: 'Lines of therapy, in order.' })
  treatments(@Root() { code }: PatientType, @Ctx() { loaders }: NationalContext): Promise<readonly TreatmentLineType[]> {
    return loaders.treatments.load(code);
  }

  @FieldResolver(() => [AssessmentType], { description: 'In date order.' })
  assessments(@Root() { code }: PatientType, @Ctx() { loaders }: NationalContext): Promise<readonly AssessmentType[]> {
    return loaders.assessments.load(code);
  }

  @FieldResolver(() => [KinaseDomainMutationType])
  mutations(@Root() { code }: PatientType, @Ctx() { loaders }: NationalContext): Promise<readonly KinaseDomainMutationType[]> {
    return loaders.mutations.load(code);
  }

  @FieldResolver(() => [AdverseEventType])
  adverseEvents(@Root() { code }: PatientType, @Ctx() { loaders }: NationalContext): Promise<readonly AdverseEventType[]> {
    return loaders.adverseEvents.load(code);
  }

  @FieldResolver(() => FailureNotificationType, { nullable: true })
  failure(@Root() { code }: PatientType, @Ctx() { loaders }: NationalContext): Promise<FailureNotificationType | undefined> {
    return loaders.failure.load(code);
  }

  @FieldResolver(() => DerivedCaseType)
  async derived(@Root() { code }: PatientType, @Ctx() { loaders }: NationalContext): Promise<DerivedCaseType> {
    const derived = await loaders.derivedCase.load(code);
    // consent may have been withdrawn since the patient was read
    if (!derived) throw new HubError('NOT_FOUND');
    return presentDerivedCase(derived);
  }

  @FieldResolver(() => [DataQueryType])
  async dataQueries(@Root() { code }: PatientType, @Ctx() { loaders }: NationalContext): Promise<DataQueryType[]> {
    return (await loaders.dataQueries.load(code)).map(presentDataQuery);
  }
}

@Resolver(() => TreatmentLineType)
export class TreatmentLineResolver {
  @FieldResolver(() => [DoseType], { description: 'In date order.' })
  async doses(@Root() { patientCode, line }: TreatmentLineType, @Ctx() { loaders }: NationalContext): Promise<DoseType[]> {
    return (await loaders.doses.load(patientCode)).filter((dose) => dose.line === line);
  }
}
