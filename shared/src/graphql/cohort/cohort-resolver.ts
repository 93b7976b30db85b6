import { Arg, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { releaseCount, releaseFrequencies, releaseSummary } from '../../disclosure';
import { badUserInput } from '../../errors';
import { countAt, frequencyFigure, isMultiValued, type Measure, summaryFigure, type Variable } from '../../statistics';
import type { CohortInquiry } from './cohort-inquiry';
import { Count, Coverage, DisclosurePolicyType, FrequencyTable, MeasureSummary } from './cohort-types';
import { presentCount, presentFrequencies, presentSummary } from './present-figures';
import { MeasureEnum, VariableEnum } from './statistics-enums';

@ObjectType({ description: 'A set of patients, known only by statistics over them. Patients who withdrew consent are in none.' })
export class Cohort {}

/** The statistics of a cohort, national or European: one implementation over one interface, the pool of partials. */
@Resolver(() => Cohort)
export class CohortResolver {
  @FieldResolver(() => Count)
  async size(@Root() cohort: CohortInquiry): Promise<Count> {
    const { counts } = await cohort.ask({ kind: 'size' });
    return presentCount(releaseCount(countAt(counts, 0), cohort.policy.threshold));
  }

  @FieldResolver(() => Coverage, { description: 'Which countries the figures speak for. Empty of missing countries, or it says so.' })
  async coverage(@Root() cohort: CohortInquiry): Promise<Coverage> {
    const { answered, missing } = await cohort.coverage();
    return { complete: missing.length === 0, answered, missing };
  }

  @FieldResolver(() => DisclosurePolicyType)
  disclosure(@Root() cohort: CohortInquiry): DisclosurePolicyType {
    return cohort.policy;
  }

  @FieldResolver(() => FrequencyTable)
  async frequencies(
    @Root() cohort: CohortInquiry,
    @Arg('of', () => VariableEnum) of: Variable,
    @Arg('by', () => VariableEnum, { nullable: true }) by?: Variable | null,
  ): Promise<FrequencyTable> {
    const group = groupingVariable(by);
    if (group === of) throw badUserInput({ field: 'by', message: `expected another variable than ${of}, which the rows are of.` });
    const { counts, countries } = await cohort.ask({ kind: 'frequencies', of, ...(group ? { by: group } : {}) });
    return presentFrequencies(releaseFrequencies(frequencyFigure(counts, of, group, countries), cohort.policy.threshold));
  }

  @FieldResolver(() => [MeasureSummary])
  async summary(
    @Root() cohort: CohortInquiry,
    @Arg('of', () => MeasureEnum) of: Measure,
    @Arg('by', () => VariableEnum, { nullable: true }) by?: Variable | null,
  ): Promise<MeasureSummary[]> {
    const group = groupingVariable(by);
    const { counts, countries } = await cohort.ask({ kind: 'summary', of, ...(group ? { by: group } : {}) });
    return releaseSummary(summaryFigure(counts, of, group, countries), cohort.policy).map(presentSummary);
  }
}

/** @throws HubError BAD_USER_INPUT when a patient may have several values of the variable: it makes no groups */
function groupingVariable(by: Variable | null | undefined): Variable | undefined {
  if (by && isMultiValued(by)) {
    throw badUserInput({ field: 'by', message: `${by} has several values a patient; expected a variable with one, as SEX.` });
  }
  return by ?? undefined;
}
