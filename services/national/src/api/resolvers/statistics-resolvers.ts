import { Cohort, CohortFilterInput, type CohortInquiry, PartialAnswer, readCohortFilter } from '@registry-hub/shared/graphql';
import { Arg, Ctx, Directive, FieldResolver, Query, Resolver } from 'type-graphql';
import type { NationalContext } from '../context';
import { NationalRegistryType } from '../types';

@Resolver(() => NationalRegistryType)
export class NationalCohortResolver {
  @FieldResolver(() => Cohort, { description: "The same statistics as europe.cohort, on this country's patients alone." })
  cohort(
    @Ctx() { statistics }: NationalContext,
    @Arg('filter', () => CohortFilterInput, { nullable: true }) filter?: CohortFilterInput,
  ): CohortInquiry {
    return statistics.cohort(readCohortFilter(filter));
  }
}

@Resolver()
export class PartialResolver {
  @Directive('@inaccessible')
  @Directive('@shareable')
  @Query(() => PartialAnswer, { description: "For the hub alone: this country's sums for a question that the hub signed." })
  partial(@Ctx() { statistics }: NationalContext, @Arg('question', () => String) question: string): Promise<PartialAnswer> {
    return statistics.partial(question);
  }
}
