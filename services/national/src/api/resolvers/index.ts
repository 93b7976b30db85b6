import { cohortResolvers } from '@registry-hub/shared/graphql';
import type { ClassType } from 'type-graphql';
import { CaseOperations } from './case-operations';
import { CenterQualityResolver, CenterResolver } from './center-resolvers';
import { CountryRegistryResolver } from './country-root';
import { DataQueryResolver } from './data-query-resolver';
import { DerivedCaseResolver } from './derived-case-resolver';
import { ImportOperations } from './import-operations';
import { NationalRegistryResolver } from './national-registry-resolver';
import { PatientResolver, TreatmentLineResolver } from './patient-resolver';
import { QueryOperations } from './query-operations';
import { NationalCohortResolver, PartialResolver } from './statistics-resolvers';

export { type CountryRoot, countryRoot } from './country-root';

/** Every resolver that is the same in all countries. */
export const registryResolvers: readonly ClassType[] = [
  CountryRegistryResolver,
  NationalRegistryResolver,
  CenterResolver,
  CenterQualityResolver,
  PatientResolver,
  TreatmentLineResolver,
  DerivedCaseResolver,
  DataQueryResolver,
  ImportOperations,
  CaseOperations,
  QueryOperations,
  NationalCohortResolver,
  ...cohortResolvers,
  PartialResolver,
];
