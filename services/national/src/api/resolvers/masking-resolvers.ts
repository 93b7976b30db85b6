import { CountryCodeScalar } from '@registry-hub/shared/graphql';
import { keyFingerprint } from '@registry-hub/shared/masking';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { NationalContext } from '../context';
import { CountryKeyType, NationalOperationsType, NationalRegistryType } from '../types';

@Resolver(() => NationalRegistryType)
export class CountryKeysResolver {
  @FieldResolver(() => String, { description: "Of this country's own masking key: to be read to coordinators of other countries." })
  maskingKeyFingerprint(@Ctx() { masking }: NationalContext): string {
    return keyFingerprint(masking.publicKey);
  }

  @FieldResolver(() => [CountryKeyType], { description: "Other countries' masking keys, in code order." })
  async countryKeys(@Ctx() { countryKeyDesk }: NationalContext): Promise<CountryKeyType[]> {
    return [...(await countryKeyDesk.list())];
  }
}

@Resolver(() => NationalOperationsType)
export class CountryKeyOperations {
  @FieldResolver(() => CountryKeyType, {
    description:
      "Takes another country's key into use, or marks the one in use as compared. Whoever does it has its fingerprint from that country.",
  })
  confirmCountryKey(
    @Arg('country', () => CountryCodeScalar) country: string,
    @Arg('fingerprint', () => String) fingerprint: string,
    @Ctx() { countryKeyDesk }: NationalContext,
  ): Promise<CountryKeyType> {
    return countryKeyDesk.confirm(country, fingerprint);
  }
}
