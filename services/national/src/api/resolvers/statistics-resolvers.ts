import { Cohort, CohortFilterInput, type CohortInquiry, readCohortFilter } from '@registry-hub/shared/graphql';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
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
