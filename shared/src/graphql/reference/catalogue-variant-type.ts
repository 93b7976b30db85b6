import { Field, ObjectType } from 'type-graphql';
import {
  type CatalogueEntry,
  type ImatinibInsensitivity,
  imatinibInsensitivities,
  imatinibInsensitivity,
  type KinaseRegion,
  kinaseInhibitors,
  kinaseRegions,
  mutationSources,
  sensitivityMeanings,
} from '../../clinical';
import type { Gene } from '../../domain';
import { GeneEnum, graphqlEnum } from '../enums';
import { CitationType, presentCitation } from './citation-type';

export const KinaseRegionEnum = graphqlEnum('KinaseRegion', kinaseRegions, 'Where in the kinase a residue lies.');
export const ImatinibInsensitivityEnum = graphqlEnum(
  'ImatinibInsensitivity',
  imatinibInsensitivities,
  'How strongly a mutation takes away the effect of imatinib, as the criteria of 2006 and 2009 ask for.',
);

@ObjectType('VariantSensitivity', { simpleResolvers: true, description: 'What a mutation does to one inhibitor.' })
export class VariantSensitivityType {
  @Field(() => String)
  drug!: string;

  @Field(() => String, { description: 'R, R/i, i, s/i, s or ?, as the tables print it; two letters where sources differ.' })
  code!: string;

  @Field(() => String, { description: 'The same in words.' })
  meaning!: string;
}

@ObjectType('CatalogueVariant', { simpleResolvers: true, description: 'A mutation of a kinase as reference data.' })
export class CatalogueVariantType {
  @Field(() => GeneEnum)
  gene!: Gene;

  @Field(() => String, { description: 'Short form: T315I on ABL1 isoform 1a, KIT D816V of another gene.' })
  variant!: string;

  @Field(() => String, { description: 'p.(Thr315Ile); on NP_005148 of ABL1, NP_000213 of KIT, NP_006197 of PDGFRA.' })
  proteinHgvs!: string;

  @Field(() => [String], {
    description: 'On NM_005157 of ABL1, NM_000222 of KIT, NM_006206 of PDGFRA; several where several base changes give the same protein.',
  })
  codingHgvs!: readonly string[];

  @Field(() => KinaseRegionEnum)
  region!: KinaseRegion;

  @Field(() => ImatinibInsensitivityEnum, {
    nullable: true,
    description: 'Of ABL1; null where nothing is known to make it resistant to imatinib.',
  })
  imatinibInsensitivity?: ImatinibInsensitivity;

  @Field(() => [VariantSensitivityType], { description: 'Of the inhibitors that the sources speak of.' })
  sensitivities!: readonly VariantSensitivityType[];

  @Field(() => String, { nullable: true })
  note?: string;

  @Field(() => [CitationType])
  sources!: readonly CitationType[];
}

export function presentCatalogueEntry({ sensitivity, ...entry }: CatalogueEntry): CatalogueVariantType {
  const level = imatinibInsensitivity(entry.variant);
  return {
    ...entry,
    ...(level && { imatinibInsensitivity: level }),
    sensitivities: kinaseInhibitors.flatMap((drug) => {
      const code = sensitivity[drug];
      return code === undefined ? [] : [{ drug, code, meaning: sensitivityMeanings[code] }];
    }),
    sources: mutationSources(entry.gene).map(presentCitation),
  };
}
