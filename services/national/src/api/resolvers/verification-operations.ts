import type { CalendarDate } from '@registry-hub/shared/domain';
import { CalendarDateScalar } from '@registry-hub/shared/graphql';
import { Arg, Ctx, FieldResolver, ID, Int, Resolver } from 'type-graphql';
import type { NationalContext } from '../context';
import { forgetLoaded } from '../loaders';
import { presentMonitoringVisit } from '../mapping/present-quality';
import { AssessmentType, KinaseDomainMutationType, MonitoringVisitType, NationalOperationsType } from '../types';
import { versionOptions } from './operation-arguments';

@Resolver(() => NationalOperationsType)
export class VerificationOperations {
  @FieldResolver(() => AssessmentType, {
    description: 'Marks an assessment as held against its source and found right. A later change of it makes that void.',
  })
  async verifyAssessment(
    @Arg('patientCode', () => ID) patientCode: string,
    @Arg('assessedOn', () => CalendarDateScalar) assessedOn: CalendarDate,
    @Arg('expectedVersion', () => Int, versionOptions) expectedVersion: number | null | undefined,
    @Ctx() { verificationDesk, loaders }: NationalContext,
  ): Promise<AssessmentType> {
    const verified = await verificationDesk.verifyAssessment({ patientCode, expectedVersion: expectedVersion ?? undefined }, assessedOn);
    forgetLoaded(loaders);
    return verified;
  }

  @FieldResolver(() => KinaseDomainMutationType, { description: 'The same for a mutation.' })
  async verifyMutation(
    @Arg('patientCode', () => ID) patientCode: string,
    @Arg('sampledOn', () => CalendarDateScalar) sampledOn: CalendarDate,
    @Arg('variant', () => String) variant: string,
    @Arg('expectedVersion', () => Int, versionOptions) expectedVersion: number | null | undefined,
    @Ctx() { verificationDesk, loaders }: NationalContext,
  ): Promise<KinaseDomainMutationType> {
    const verified = await verificationDesk.verifyMutation(
      { patientCode, expectedVersion: expectedVersion ?? undefined },
      sampledOn,
      variant,
    );
    forgetLoaded(loaders);
    return verified;
  }

  @FieldResolver(() => MonitoringVisitType, { description: 'Records a visit to a centre, or corrects that of the same day.' })
  async recordMonitoringVisit(
    @Arg('center', () => ID) center: string,
    @Arg('visitedOn', () => CalendarDateScalar) visitedOn: CalendarDate,
    @Arg('patientsChecked', () => Int) patientsChecked: number,
    @Arg('recordsChecked', () => Int) recordsChecked: number,
    @Arg('recordsVerified', () => Int, { description: 'Those of the checked ones that agree with their source.' }) recordsVerified: number,
    @Arg('remarks', () => String, { nullable: true }) remarks: string | null | undefined,
    @Ctx() { monitoringDesk, loaders }: NationalContext,
  ): Promise<MonitoringVisitType> {
    const counts = { patientsChecked, recordsChecked, recordsVerified };
    const given = remarks?.trim();
    const recorded = await monitoringDesk.record({ centerCode: center, visitedOn, ...counts, ...(given && { remarks: given }) });
    forgetLoaded(loaders);
    return presentMonitoringVisit(recorded);
  }
}
