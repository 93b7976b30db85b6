import { Field, ObjectType } from 'type-graphql';
import {
  type IncidenceEvent,
  type RegistryDeclaration,
  type RegistryName,
  registries,
  type SurvivalEndpoint,
  type TimeOrigin,
} from '../../statistics';
import { IncidenceEventEnum, RegistryNameEnum, SurvivalEndpointEnum, TimeOriginEnum } from '../cohort/statistics-enums';
import { ReportSectionType } from './report-section-type';

@ObjectType('SensibleEndpoint', { simpleResolvers: true, description: 'An endpoint that means something in a sub-registry.' })
export class SensibleEndpointType {
  @Field(() => SurvivalEndpointEnum)
  endpoint!: SurvivalEndpoint;

  @Field(() => [TimeOriginEnum], { description: 'Origins to count it from.' })
  from!: readonly TimeOrigin[];

  @Field(() => String)
  reason!: string;
}

@ObjectType('SensibleEvent', { simpleResolvers: true, description: 'An event whose incidence means something in a sub-registry.' })
export class SensibleEventType {
  @Field(() => IncidenceEventEnum)
  event!: IncidenceEvent;

  @Field(() => [TimeOriginEnum], { description: 'Origins to count it from.' })
  from!: readonly TimeOrigin[];

  @Field(() => String)
  reason!: string;
}

@ObjectType('RegistryDescription', {
  simpleResolvers: true,
  description: 'A sub-registry: who belongs, and what to ask of them.',
})
export class RegistryDescriptionType {
  @Field(() => RegistryNameEnum, { description: 'What `filter: { registry }` takes.' })
  name!: RegistryName;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'Who belongs.' })
  description!: string;

  @Field(() => TimeOriginEnum, { description: 'From where times are counted as a rule.' })
  defaultOrigin!: TimeOrigin;

  @Field(() => [SensibleEndpointType])
  endpoints!: readonly SensibleEndpointType[];

  @Field(() => [SensibleEventType])
  events!: readonly SensibleEventType[];

  @Field(() => Boolean, {
    description: 'Whether patients come under observation only when notified, so that `delayedEntry` from FAILURE is worth asking for.',
  })
  delayedEntry!: boolean;

  @Field(() => [String], { description: 'What to bear in mind of every figure.' })
  notes!: readonly string[];

  @Field(() => [ReportSectionType], { description: 'The figures that a report shows, under their headings.' })
  report!: RegistryDeclaration['report'];
}

/** The sub-registries as the API tells of them. */
export const registryDescriptions: readonly RegistryDescriptionType[] = registries.map(
  ({ delayedEntry, reachedByAll, notes, ...told }) => ({
    ...told,
    delayedEntry: delayedEntry !== undefined,
    notes: reachedByAll ? [...notes, reachedByAll.note] : notes,
  }),
);
