import { Field, ObjectType, Query, Resolver } from 'type-graphql';

@ObjectType({ description: 'Statistics pooled over the national registries.' })
export class Europe {
  @Field(() => Boolean, { nullable: true, description: 'Stands here until the type has another field.' })
  _?: boolean;
}

@Resolver()
export class EuropeResolver {
  @Query(() => Europe, { description: 'Statistics pooled over the national registries.' })
  europe(): Europe {
    return new Europe();
  }
}
