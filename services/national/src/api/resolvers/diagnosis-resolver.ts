import { diseaseEntry } from '@registry-hub/shared/clinical';
import { DiseaseReferenceType, presentDisease } from '@registry-hub/shared/graphql';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { DiagnosisType } from '../types';

@Resolver(() => DiagnosisType)
export class DiagnosisResolver {
  @FieldResolver(() => DiseaseReferenceType, {
    nullable: true,
    description: 'What is known of the disease; null for one that is not catalogued.',
  })
  catalogue(@Root() { disease }: DiagnosisType): DiseaseReferenceType | undefined {
    const entry = diseaseEntry(disease);
    return entry && presentDisease(entry);
  }
}
