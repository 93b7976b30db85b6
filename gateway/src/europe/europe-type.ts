import { Cohort, CohortFilterInput, type CohortInquiry, readCohortFilter } from '@registry-hub/shared/graphql';
import { Arg, Ctx, FieldResolver, ObjectType, Query, Resolver } from 'type-graphql';
import type { EuropeContext } from './europe-context';

@ObjectType({ description: 'Statistics pooled over the national registries.' })
export class Europe {}

@Resolver(() => Europe)
export class EuropeResolver {
  @Query(() => Europe, { description: 'Statistics pooled over the national registries.' })
  europe(): Europe {
    return new Europe();
  }

  @FieldResolver(() => Cohort)
  cohort(
    @Ctx() { cohorts }: EuropeContext,
    @Arg('filter', () => CohortFilterInput, { nullable: true }) filter?: CohortFilterInput,
  ): CohortInquiry {
    return cohorts().of(readCohortFilter(filter));
  }
}
