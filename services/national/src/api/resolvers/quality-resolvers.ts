import { Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import { ALL_CENTERS } from '../../storage';
import type { NationalContext } from '../context';
import { presentMonitoring, presentMonitoringVisit, presentNotifications, presentVerifiedShare } from '../mapping/present-quality';
import {
  CenterQualityType,
  CenterType,
  MonitoringSummaryType,
  MonitoringVisitType,
  MonthlyNotificationsType,
  QualityReportType,
  VerificationShareType,
} from '../types';
import { loadCenter } from './center-resolvers';

const medianDays = {
  nullable: true,
  description: 'Median days from failure to its notification; of an even number, the mean of the middle two.',
} as const;
const notificationsOverTime = { description: 'Notifications a month, from the first to the last, months without any included.' };
const verifiedRecords = { description: 'How many assessments and mutations are verified as they stand.' };

/** The figures that take a statement of their own: made only when they are asked for. */
@Resolver(() => QualityReportType)
export class QualityReportResolver {
  @FieldResolver(() => Float, medianDays)
  medianDaysToNotification(@Ctx() { loaders }: NationalContext): Promise<number | undefined> {
    return loaders.notificationDelay.load(ALL_CENTERS);
  }

  @FieldResolver(() => [MonthlyNotificationsType], notificationsOverTime)
  async notifications(@Ctx() { loaders }: NationalContext): Promise<readonly MonthlyNotificationsType[]> {
    return presentNotifications(await loaders.notifications.load(ALL_CENTERS));
  }

  @FieldResolver(() => VerificationShareType, verifiedRecords)
  async verification(@Root() report: QualityReportType, @Ctx() { loaders }: NationalContext): Promise<VerificationShareType> {
    return presentVerifiedShare(await Promise.all(codesOf(report).map((code) => loaders.verifiedShare.load(code))));
  }

  @FieldResolver(() => MonitoringSummaryType)
  async monitoring(@Root() report: QualityReportType, @Ctx() { loaders }: NationalContext): Promise<MonitoringSummaryType> {
    const visits = await Promise.all(codesOf(report).map((code) => loaders.monitoringVisits.load(code)));
    return presentMonitoring(visits.flat());
  }
}

@Resolver(() => CenterQualityType)
export class CenterQualityResolver {
  @FieldResolver(() => CenterType)
  center(@Root() { centerCode }: CenterQualityType, @Ctx() context: NationalContext): Promise<CenterType> {
    return loadCenter(context, centerCode);
  }

  @FieldResolver(() => Float, medianDays)
  medianDaysToNotification(@Root() { centerCode }: CenterQualityType, @Ctx() { loaders }: NationalContext): Promise<number | undefined> {
    return loaders.notificationDelay.load(centerCode);
  }

  @FieldResolver(() => [MonthlyNotificationsType], notificationsOverTime)
  async notifications(
    @Root() { centerCode }: CenterQualityType,
    @Ctx() { loaders }: NationalContext,
  ): Promise<readonly MonthlyNotificationsType[]> {
    return presentNotifications(await loaders.notifications.load(centerCode));
  }

  @FieldResolver(() => VerificationShareType, verifiedRecords)
  async verification(@Root() { centerCode }: CenterQualityType, @Ctx() { loaders }: NationalContext): Promise<VerificationShareType> {
    return presentVerifiedShare([await loaders.verifiedShare.load(centerCode)]);
  }

  @FieldResolver(() => MonitoringSummaryType)
  async monitoring(@Root() { centerCode }: CenterQualityType, @Ctx() { loaders }: NationalContext): Promise<MonitoringSummaryType> {
    return presentMonitoring(await loaders.monitoringVisits.load(centerCode));
  }
}

@Resolver(() => CenterType)
export class MonitoringVisitsResolver {
  @FieldResolver(() => [MonitoringVisitType], { description: 'In date order.' })
  async monitoringVisits(@Root() { code }: CenterType, @Ctx() { loaders }: NationalContext): Promise<readonly MonitoringVisitType[]> {
    return (await loaders.monitoringVisits.load(code)).map(presentMonitoringVisit);
  }
}

function codesOf({ byCenter }: QualityReportType): readonly string[] {
  return byCenter.map(({ centerCode }) => centerCode);
}
