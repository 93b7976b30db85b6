import { CountryCodeScalar } from '@registry-hub/shared/graphql';
import { Directive, Field, InterfaceType } from 'type-graphql';

@InterfaceType('Country', {
  description: 'A national registry. Each country has a concrete type of its own (France, Germany ...), owned by its own subgraph.',
  autoRegisterImplementations: false,
})
export abstract class CountryType {
  @Field(() => CountryCodeScalar)
  code!: string;

  @Directive('@shareable')
  @Field(() => String)
  name!: string;
}
