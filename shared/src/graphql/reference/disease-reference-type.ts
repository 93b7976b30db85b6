import { Field, ObjectType } from 'type-graphql';
import { type DiseaseEntry, type DiseaseGroup, diseaseGroups, type ImatinibTarget, imatinibTargets } from '../../clinical';
import { graphqlEnum } from '../enums';
import { CitationType, presentCitation } from './citation-type';

export const DiseaseGroupEnum = graphqlEnum('DiseaseGroup', diseaseGroups, 'Of blood, marrow and lymphatic tissue, or solid.');
export const ImatinibTargetEnum = graphqlEnum('ImatinibTarget', imatinibTargets, 'Kinases that imatinib inhibits.');

@ObjectType('DiseaseReference', { simpleResolvers: true, description: 'A disease as reference data.' })
export class DiseaseReferenceType implements Omit<DiseaseEntry, 'sources'> {
  @Field(() => String, { description: 'ICD-O-3 morphology, as diagnoses name it: 9875/3.' })
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => DiseaseGroupEnum)
  group!: DiseaseGroup;

  @Field(() => String, { description: 'Its family in the WHO classification.' })
  family!: string;

  @Field(() => [ImatinibTargetEnum], { description: 'Kinases sensitive to imatinib that drive it, or are active in it.' })
  kinases!: readonly ImatinibTarget[];

  @Field(() => String, { nullable: true, description: 'What makes them so; null where none is established.' })
  mechanism?: string;

  @Field(() => [CitationType])
  sources!: readonly CitationType[];
}

export function presentDisease({ sources, ...entry }: DiseaseEntry): DiseaseReferenceType {
  return { ...entry, sources: sources.map(presentCitation) };
}
