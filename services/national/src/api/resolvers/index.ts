import { cohortResolvers } from '@registry-hub/shared/graphql';
import type { ClassType } from 'type-graphql';
import { AuditTrailResolver, PatientHistoryResolver } from './audit-resolvers';
import { CaseOperations } from './case-operations';
import { CenterResolver } from './center-resolvers';
import { CountryRegistryResolver } from './country-root';
import { DataQueryResolver } from './data-query-resolver';
import { DerivedCaseResolver } from './derived-case-resolver';
import { DiagnosisResolver } from './diagnosis-resolver';
import { DisclosureLogResolver } from './disclosure-log-resolver';
import { EnrolmentOperations } from './enrolment-operations';
import { ExtensionOperations, ExtensionsResolver } from './extension-resolvers';
import { FreezeOperations, FreezesResolver } from './freeze-resolvers';
import { ImportOperations } from './import-operations';
import { AssessmentResolver, KinaseDomainMutationResolver } from './laboratory-record-resolvers';
import { CountryKeyOperations, CountryKeysResolver } from './masking-resolvers';
import { NationalRegistryResolver } from './national-registry-resolver';
import { PatientResolver, TreatmentLineResolver } from './patient-resolver';
import { CenterQualityResolver, MonitoringVisitsResolver, QualityReportResolver } from './quality-resolvers';
import { QueryOperations } from './query-operations';
import { recordOperations } from './record-operations';
import { DerivationVersionResolver, RederiveOperations } from './rederive-operations';
import { RegistrySettingsResolver, SettingsOperations } from './settings-resolvers';
import { NationalCohortResolver } from './statistics-resolvers';
import { TimelineResolver } from './timeline-resolver';
import { VerificationOperations } from './verification-operations';

export { type CountryRoot, countryRoot } from './country-root';

/** Every resolver that is the same in all countries. */
export const registryResolvers: readonly ClassType[] = [
  CountryRegistryResolver,
  NationalRegistryResolver,
  DerivationVersionResolver,
  AuditTrailResolver,
  CountryKeysResolver,
  CenterResolver,
  MonitoringVisitsResolver,
  QualityReportResolver,
  CenterQualityResolver,
  PatientResolver,
  PatientHistoryResolver,
  TimelineResolver,
  DiagnosisResolver,
  AssessmentResolver,
  KinaseDomainMutationResolver,
  TreatmentLineResolver,
  DerivedCaseResolver,
  DataQueryResolver,
  ImportOperations,
  EnrolmentOperations,
  ...recordOperations,
  CaseOperations,
  QueryOperations,
  VerificationOperations,
  RederiveOperations,
  CountryKeyOperations,
  DisclosureLogResolver,
  RegistrySettingsResolver,
  SettingsOperations,
  ExtensionsResolver,
  ExtensionOperations,
  FreezesResolver,
  FreezeOperations,
  NationalCohortResolver,
  ...cohortResolvers,
];
