import { type CountryIdentity, countryFieldName, countryTypeName } from '@registry-hub/shared/domain';
import { type ClassType, Directive, FieldResolver, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { CountryTypes } from '../../extension';
import { CountryType, NationalOperationsType, NationalRegistryType } from '../types';

export interface CountryRoot {
  readonly resolver: ClassType;
  /** The country's own type and that of its operations, which no other subgraph defines. */
  readonly typeName: string;
  readonly operationsName: string;
  readonly fieldName: string;
  /** What extensions add their fields to. */
  readonly types: CountryTypes;
}

/** The types and root fields that carry a country's name: the only ones in which national schemas differ. */
export function countryRoot(country: CountryIdentity): CountryRoot {
  const typeName = countryTypeName(country.name);
  const operationsName = `${typeName}Operations`;
  const fieldName = countryFieldName(country.name);

  @ObjectType(typeName, { implements: CountryType })
  @Directive('@key(fields: "code")')
  class ThisCountryType extends CountryType {}

  @ObjectType(operationsName, { implements: NationalOperationsType })
  class TheseOperationsType extends NationalOperationsType {}

  @Resolver()
  class CountryRootResolver {
    @Query(() => ThisCountryType, { name: fieldName, nullable: true })
    country(): ThisCountryType {
      return { ...country };
    }

    @Mutation(() => TheseOperationsType, { name: fieldName, nullable: true })
    operations(): TheseOperationsType {
      return new TheseOperationsType();
    }
  }
  const types = { country: ThisCountryType, operations: TheseOperationsType };
  return { resolver: CountryRootResolver, typeName, operationsName, fieldName, types };
}

@Resolver(() => CountryType)
export class CountryRegistryResolver {
  @FieldResolver(() => NationalRegistryType, { nullable: true })
  registry(): NationalRegistryType {
    return new NationalRegistryType();
  }
}
