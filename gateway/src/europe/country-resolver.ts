import type { CountryIdentity } from '@registry-hub/shared/domain';
import { CountryCodeScalar } from '@registry-hub/shared/graphql';
import { Arg, type ClassType, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Country } from './country';
import type { EuropeContext } from './europe-context';
import { NodeStatus } from './node-status';

@Resolver(() => Country)
export class CountryStatusResolver {
  @FieldResolver(() => NodeStatus, { description: 'Answered by the hub, so it is there while the country is not.' })
  status(@Root() { code }: Country, @Ctx() { countries }: EuropeContext): NodeStatus {
    return countries.status(code);
  }
}

/** Answers from the countries that the schema has types for. */
export function countriesResolver(countries: readonly CountryIdentity[]): ClassType {
  @Resolver()
  class CountriesResolver {
    @Query(() => [Country], { description: 'Every national registry the hub knows, in code order, those that do not answer included.' })
    countries(): readonly CountryIdentity[] {
      return countries;
    }

    @Query(() => Country, { nullable: true })
    country(@Arg('code', () => CountryCodeScalar) code: string): CountryIdentity | undefined {
      return countries.find((country) => country.code === code);
    }
  }
  return CountriesResolver;
}
