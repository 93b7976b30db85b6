import { CountryCodeScalar, graphqlEnum } from '@registry-hub/shared/graphql';
import { type Role, roles } from '@registry-hub/shared/identity';
import { Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import type { EuropeContext } from './europe-context';

const RoleEnum = graphqlEnum('Role', roles, "What a token's holder may do.");

@ObjectType()
export class Viewer {
  @Field()
  subject!: string;

  @Field(() => [RoleEnum])
  roles!: readonly Role[];

  @Field(() => CountryCodeScalar, { nullable: true })
  country?: string;

  @Field(() => ID, { nullable: true })
  center?: string;
}

@Resolver()
export class ViewerResolver {
  @Query(() => Viewer, { description: 'Who the caller is, as the hub sees it.' })
  viewer(@Ctx() { caller }: EuropeContext): Viewer {
    return { ...caller };
  }
}
