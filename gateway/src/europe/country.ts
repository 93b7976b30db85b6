import { type CountryIdentity, countryTypeName } from '@registry-hub/shared/domain';
import { CountryCodeScalar } from '@registry-hub/shared/graphql';
import { type ClassType, Directive, Field, InterfaceType, ObjectType } from 'type-graphql';

@InterfaceType({
  description: 'A national registry. Each country has a concrete type of its own (France, Germany ...), owned by its own subgraph.',
  autoRegisterImplementations: false,
  resolveType: ({ name }: CountryIdentity) => countryTypeName(name),
})
export abstract class Country implements CountryIdentity {
  @Field(() => CountryCodeScalar)
  code!: string;

  @Directive('@shareable')
  @Field()
  name!: string;
}

/** The hub's part of a country's type: `type France implements Country @key(fields: "code")`. */
export function countryClass({ name }: CountryIdentity): ClassType<Country> {
  @ObjectType(countryTypeName(name), { implements: Country })
  @Directive('@key(fields: "code")')
  class ThisCountry extends Country {}
  return ThisCountry;
}
