import { CountryCodeScalar, DateTimeScalar, graphqlEnum } from '@registry-hub/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { type CountryKeyState, countryKeyStates } from '../../masking';

const CountryKeyStateEnum = graphqlEnum(
  'CountryKeyState',
  countryKeyStates,
  'CONFIRMED: a coordinator compared it. FIRST_SEEN: the first that the hub named for the country, in use since. REFUSED: another one, ' +
    'not used until it is confirmed.',
);

@ObjectType('CountryKey', { simpleResolvers: true, description: 'A public key under which another country masks its sums.' })
export class CountryKeyType {
  @Field(() => CountryCodeScalar)
  country!: string;

  @Field(() => String, { description: 'SHA-256 of the key: to be compared with what the other country says by another way than the hub.' })
  fingerprint!: string;

  @Field(() => CountryKeyStateEnum)
  state!: CountryKeyState;

  @Field(() => DateTimeScalar)
  firstSeenAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  confirmedAt?: Date;

  @Field(() => String, { nullable: true, description: "The person's subject." })
  confirmedBy?: string;
}
