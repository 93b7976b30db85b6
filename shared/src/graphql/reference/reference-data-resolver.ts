import { Query, Resolver } from 'type-graphql';
import { diseaseCatalogue, drugCatalogue, eln2013SecondLine, elnEditions, elnTables, mutationCatalogue } from '../../clinical';
import { CatalogueVariantType, presentCatalogueEntry } from './catalogue-variant-type';
import { DiseaseReferenceType, presentDisease } from './disease-reference-type';
import { DrugReferenceType } from './drug-reference-type';
import { ElnEditionTableType, presentElnTable } from './eln-edition-table-type';
import { RegistryDescriptionType, registryDescriptions } from './registry-description-type';

const variants = mutationCatalogue.map(presentCatalogueEntry);
const diseases = diseaseCatalogue.map(presentDisease);
const tables = [...elnEditions.map((edition) => elnTables[edition]), eln2013SecondLine]
  .toSorted((one, other) => elnEditions.indexOf(one.edition) - elnEditions.indexOf(other.edition))
  .map(presentElnTable);

/** Reference data, the same for every country: it belongs to nobody's patients. */
@Resolver()
export class ReferenceDataResolver {
  @Query(() => [CatalogueVariantType], {
    description:
      'Mutations that matter for the choice of an inhibitor: of the BCR::ABL1 kinase domain, and of KIT and PDGFRA in other tumours.',
  })
  mutationCatalogue(): readonly CatalogueVariantType[] {
    return variants;
  }

  @Query(() => [DiseaseReferenceType], { description: 'The diseases that figures tell apart; any other counts as OTHER.' })
  diseaseCatalogue(): readonly DiseaseReferenceType[] {
    return diseases;
  }

  @Query(() => [DrugReferenceType], { description: 'The treatments that the registries know.' })
  drugs(): readonly DrugReferenceType[] {
    return drugCatalogue;
  }

  @Query(() => [ElnEditionTableType], { description: "The European LeukemiaNet's criteria of response, oldest edition first." })
  elnEditions(): readonly ElnEditionTableType[] {
    return tables;
  }

  @Query(() => [RegistryDescriptionType], { description: 'The sub-registries, each with its endpoints and the sections of its report.' })
  registries(): readonly RegistryDescriptionType[] {
    return registryDescriptions;
  }
}
