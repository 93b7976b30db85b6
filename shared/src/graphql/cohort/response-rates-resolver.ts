import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { claimResponseRates, releaseResponseRates, variableSets } from '../../disclosure';
import { badUserInput } from '../../errors';
import { RESPONSE_OF_RATES, responseRatesFigure, type Variable } from '../../statistics';
import type { CohortInquiry } from './cohort-inquiry';
import { Cohort } from './cohort-types';
import { groupingVariable } from './grouping-variable';
import { presentResponseRate, ResponseRate } from './response-rate-type';
import { VariableEnum } from './statistics-enums';

/** How many patients with tumours other than CML responded. */
@Resolver(() => Cohort)
export class ResponseRatesResolver {
  @FieldResolver(() => [ResponseRate], {
    description: 'Confirmed response rates of tumours other than CML. A group in which nobody was treated for one is left out.',
  })
  async responseRates(@Root() cohort: CohortInquiry, @Arg('by', () => VariableEnum) by: Variable): Promise<ResponseRate[]> {
    const group = groupingVariable(by) ?? by;
    if (group === 'BEST_RESPONSE')
      throw badUserInput({ field: 'by', message: 'expected another variable than BEST_RESPONSE, as DISEASE.' });
    const sets = variableSets(group);
    const { figure, hidden } = await cohort.release({
      question: { kind: 'frequencies', of: RESPONSE_OF_RATES, by: group },
      read: ({ counts, countries }) => responseRatesFigure(counts, group, countries),
      claims: (rates) => claimResponseRates(rates, sets),
    });
    return releaseResponseRates(figure, sets, hidden).map(presentResponseRate);
  }
}
