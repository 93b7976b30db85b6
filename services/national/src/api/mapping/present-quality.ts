import {
  addCounts,
  type Completeness,
  type ExpectedField,
  type FieldCount,
  fieldGroups,
  knownFieldExpectations,
} from '@registry-hub/shared/clinical';
import type { CenterQualityFigures, MonitoringVisit, MonthlyCount, VerifiedShare } from '../../storage';
import type {
  CenterQualityType,
  GroupCompletenessType,
  KnownFieldType,
  MonitoringSummaryType,
  MonitoringVisitType,
  MonthlyNotificationsType,
  QualityReportType,
  VerificationShareType,
} from '../types';
import { throughMonths } from './through-months';

/** Figures of quality control as the API shows them; those of a registry are the sums over its centres. */

export function presentQuality(centers: readonly CenterQualityFigures[], expectedFields: readonly ExpectedField[]): QualityReportType {
  const sum = (figure: (center: CenterQualityFigures) => number): number => centers.reduce((total, center) => total + figure(center), 0);
  const completeness = fieldGroups.map((group) => [group, addCounts(centers.map((center) => center.completeness[group]))] as const);
  const lastNotifiedOn = latestOf(centers.flatMap((center) => center.lastNotifiedOn ?? []));
  return {
    patients: sum(({ patients }) => patients),
    openQueries: sum(({ openQueries }) => openQueries),
    answeredQueries: sum(({ answeredQueries }) => answeredQueries),
    ...presentCompleteness(Object.fromEntries(completeness) as Completeness),
    expectedFields,
    ...(lastNotifiedOn !== undefined && { lastNotifiedOn }),
    byCenter: centers.map(presentCenterQuality),
  };
}

function presentCenterQuality({ completeness, ...figures }: CenterQualityFigures): CenterQualityType {
  return { ...figures, ...presentCompleteness(completeness) };
}

function presentCompleteness(completeness: Completeness): Pick<QualityReportType, 'completeness' | 'completenessByGroup'> {
  const { filled, expected } = addCounts(Object.values(completeness));
  return {
    // where nothing is expected, nothing is wanting
    completeness: expected === 0 ? 1 : filled / expected,
    completenessByGroup: fieldGroups.map((group) => presentGroup(group, completeness[group])),
  };
}

function presentGroup(group: GroupCompletenessType['group'], count: FieldCount): GroupCompletenessType {
  const { filled, expected } = count;
  return { group, ...count, ...(expected > 0 && { share: filled / expected }) };
}

/** @param expected those of the known fields that the registry expects */
export function presentKnownFields(expected: readonly ExpectedField[]): readonly KnownFieldType[] {
  return knownFieldExpectations.map((field) => ({ ...field, expected: expected.includes(field) }));
}

/** From the first notification to the last, months without any among them. */
export function presentNotifications(counts: readonly MonthlyCount[]): readonly MonthlyNotificationsType[] {
  const byMonth = new Map(counts.map(({ month, count }) => [month, count]));
  return throughMonths(counts[0]?.month, counts.at(-1)?.month).map((month) => ({ month, count: byMonth.get(month) ?? 0 }));
}

export function presentVerifiedShare(shares: readonly (VerifiedShare | undefined)[]): VerificationShareType {
  const records = shares.reduce((sum, share) => sum + (share?.records ?? 0), 0);
  const verified = shares.reduce((sum, share) => sum + (share?.verified ?? 0), 0);
  return { records, verified, ...(records > 0 && { share: verified / records }) };
}

export function presentMonitoringVisit(visit: MonitoringVisit): MonitoringVisitType {
  const { recordsChecked, recordsVerified } = visit;
  return { ...visit, ...(recordsChecked > 0 && { shareVerified: recordsVerified / recordsChecked }) };
}

export function presentMonitoring(visits: readonly MonitoringVisit[]): MonitoringSummaryType {
  const recordsChecked = visits.reduce((sum, visit) => sum + visit.recordsChecked, 0);
  const recordsVerified = visits.reduce((sum, visit) => sum + visit.recordsVerified, 0);
  const lastVisitedOn = latestOf(visits.map(({ visitedOn }) => visitedOn));
  return {
    visits: visits.length,
    ...(lastVisitedOn !== undefined && { lastVisitedOn }),
    recordsChecked,
    recordsVerified,
    ...(recordsChecked > 0 && { shareVerified: recordsVerified / recordsChecked }),
  };
}

function latestOf<D extends string>(dates: readonly D[]): D | undefined {
  return dates.toSorted().at(-1);
}
