import { type Connection, connectionOf, DEFAULT_PAGE, pageSize, readPageRequest } from '@registry-hub/shared/graphql';
import { Arg, Ctx, FieldResolver, ID, Int, Resolver } from 'type-graphql';
import type { NationalContext } from '../context';
import { lists } from '../mapping/lists';
import { presentCenter, presentDataQuery, presentPatient } from '../mapping/present';
import { presentQuality } from '../mapping/present-quality';
import { readDataQueryFilter, readPatientFilter } from '../mapping/read-filters';
import {
  CenterConnectionType,
  CenterType,
  DataQueryConnectionType,
  DataQueryFilterInput,
  type DataQueryType,
  NationalRegistryType,
  PatientConnectionType,
  PatientFilterInput,
  PatientType,
  QualityReportType,
} from '../types';

@Resolver(() => NationalRegistryType)
export class NationalRegistryResolver {
  @FieldResolver(() => Int, { description: 'Cases notified to this registry, withdrawn ones left out: an administrative figure.' })
  registeredCases(@Ctx() { reader }: NationalContext): Promise<number> {
    return reader.registeredCases();
  }

  @FieldResolver(() => Int, { description: "Grows with every committed change of this registry's data." })
  revision(@Ctx() { reader }: NationalContext): Promise<number> {
    return reader.revision();
  }

  @FieldResolver(() => CenterType, { nullable: true })
  async center(@Arg('code', () => ID) code: string, @Ctx() { loaders }: NationalContext): Promise<CenterType | undefined> {
    const center = await loaders.center.load(code);
    return center && presentCenter(center);
  }

  @FieldResolver(() => CenterConnectionType, { description: 'In code order.' })
  async centers(
    @Arg('first', () => Int, pageSize) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() { reader }: NationalContext,
  ): Promise<Connection<CenterType>> {
    const page = await reader.centersPage(readPageRequest(lists.center, first ?? DEFAULT_PAGE, after));
    return connectionOf(
      lists.center,
      page,
      ({ centerCode }) => centerCode,
      presentCenter,
      () => reader.countCenters(),
    );
  }

  @FieldResolver(() => PatientType, { nullable: true })
  async patient(@Arg('code', () => ID) code: string, @Ctx() { reader }: NationalContext): Promise<PatientType | undefined> {
    const [patient] = await reader.patients([code]);
    return patient && presentPatient(patient);
  }

  @FieldResolver(() => PatientConnectionType, { description: 'In code order. Patients who withdrew consent are in no list.' })
  async patients(
    @Arg('filter', () => PatientFilterInput, { nullable: true }) input: PatientFilterInput | null | undefined,
    @Arg('first', () => Int, pageSize) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() { reader }: NationalContext,
  ): Promise<Connection<PatientType>> {
    const filter = readPatientFilter(input);
    const page = await reader.patientsPage(filter, readPageRequest(lists.patient, first ?? DEFAULT_PAGE, after));
    return connectionOf(
      lists.patient,
      page,
      ({ patient }) => patient.patientCode,
      presentPatient,
      () => reader.countPatients(filter),
    );
  }

  @FieldResolver(() => DataQueryConnectionType, { description: 'In the order in which they were raised.' })
  async dataQueries(
    @Arg('filter', () => DataQueryFilterInput, { nullable: true }) input: DataQueryFilterInput | null | undefined,
    @Arg('first', () => Int, pageSize) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() { reader }: NationalContext,
  ): Promise<Connection<DataQueryType>> {
    const filter = readDataQueryFilter(input);
    const page = await reader.dataQueriesPage(filter, readPageRequest(lists.dataQuery, first ?? DEFAULT_PAGE, after));
    return connectionOf(
      lists.dataQuery,
      page,
      ({ id }) => id,
      presentDataQuery,
      () => reader.countDataQueries(filter),
    );
  }

  @FieldResolver(() => QualityReportType)
  async quality(@Ctx() { reader, expectedFields }: NationalContext): Promise<QualityReportType> {
    const expected = await expectedFields.read();
    return presentQuality(await reader.qualityByCenter(expected), expected);
  }
}
