import { Query, Resolver } from 'type-graphql';
import { drugCatalogue, eln2013SecondLine, elnEditions, elnTables, kinaseDomainCatalogue } from '../../clinical';
import { CatalogueVariantType, presentCatalogueEntry } from './catalogue-variant-type';
import { DrugReferenceType } from './drug-reference-type';
import { ElnEditionTableType, presentElnTable } from './eln-edition-table-type';

const variants = kinaseDomainCatalogue.map(presentCatalogueEntry);
const tables = [...elnEditions.map((edition) => elnTables[edition]), eln2013SecondLine]
  .toSorted((one, other) => elnEditions.indexOf(one.edition) - elnEditions.indexOf(other.edition))
  .map(presentElnTable);

/** Reference data, the same for every country: it belongs to nobody's patients. */
@Resolver()
export class ReferenceDataResolver {
  @Query(() => [CatalogueVariantType], {
    description: 'Mutations of the BCR::ABL1 kinase domain that matter for the choice of an inhibitor.',
  })
  mutationCatalogue(): readonly CatalogueVariantType[] {
    return variants;
  }

  @Query(() => [DrugReferenceType], { description: 'The treatments that the registries know.' })
  drugs(): readonly DrugReferenceType[] {
    return drugCatalogue;
  }

  @Query(() => [ElnEditionTableType], { description: "The European LeukemiaNet's criteria of response, oldest edition first." })
  elnEditions(): readonly ElnEditionTableType[] {
    return tables;
  }
}
