import { Arg, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import {
  type BinnedMeasure,
  binMeasure,
  claimHistogram,
  claimMilestones,
  claimSize,
  differencingNote,
  LEFT_OUT_NOTE,
  releaseHistogram,
  releaseMilestones,
  releaseSize,
} from '../../disclosure';
import type { ElnEdition } from '../../domain';
import { badUserInput } from '../../errors';
import { countAt, countBetween, histogramFigure, type Measure, milestoneFigures, type Variable, valueOfSteps } from '../../statistics';
import { ElnEditionEnum } from '../enums';
import { askFrequencies, askSummary } from './ask-figures';
import type { CohortInquiry, PooledFigure } from './cohort-inquiry';
import { Cohort, Count, Coverage, DisclosurePolicyType, FrequencyTable, MeasureSummary } from './cohort-types';
import { groupingVariable } from './grouping-variable';
import { presentCount, presentHistogram, presentMilestone } from './present-figures';
import { MeasureEnum, VariableEnum } from './statistics-enums';
import { Histogram, MilestoneTable } from './table-types';

/** A histogram with more bins is refused. */
const MOST_BINS = 200;

/** The statistics of a cohort, national or European: one implementation over one interface, the pool of partials. */
@Resolver(() => Cohort)
export class CohortResolver {
  @FieldResolver(() => Count)
  async size(@Root() cohort: CohortInquiry): Promise<Count> {
    const { figure, hidden } = await cohort.release({
      question: { kind: 'size' },
      read: ({ counts }) => countAt(counts, 0),
      claims: claimSize,
    });
    return presentCount(releaseSize(figure, hidden));
  }

  @FieldResolver(() => Coverage, { description: 'Which countries the figures speak for. Empty of missing countries, or it says so.' })
  async coverage(@Root() cohort: CohortInquiry): Promise<Coverage> {
    const { answered, missing } = await cohort.coverage();
    return { complete: missing.length === 0, answered, missing };
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'The version of the clinical rules that the cases were derived by, or the oldest where they differ; null without cases.',
  })
  async derivationVersion(@Root() cohort: CohortInquiry): Promise<number | null> {
    const { counts } = await cohort.ask({ kind: 'derivations' });
    return counts.cells[0] ?? null;
  }

  @FieldResolver(() => DisclosurePolicyType, { description: 'The strictest of what the hub and the countries in the figures ask for.' })
  async disclosure(@Root() cohort: CohortInquiry): Promise<DisclosurePolicyType> {
    const { policy, close, leftOut } = await cohort.disclosure();
    const note = [policy.note, differencingNote(close), leftOut ? LEFT_OUT_NOTE : undefined].filter((part) => part !== undefined).join(' ');
    return { ...policy, note };
  }

  @FieldResolver(() => FrequencyTable)
  async frequencies(
    @Root() cohort: CohortInquiry,
    @Arg('of', () => VariableEnum) of: Variable,
    @Arg('by', () => VariableEnum, { nullable: true }) by?: Variable | null,
  ): Promise<FrequencyTable> {
    return askFrequencies(cohort, of, groupingVariable(by));
  }

  @FieldResolver(() => [MeasureSummary])
  async summary(
    @Root() cohort: CohortInquiry,
    @Arg('of', () => MeasureEnum) of: Measure,
    @Arg('by', () => VariableEnum, { nullable: true }) by?: Variable | null,
  ): Promise<MeasureSummary[]> {
    return askSummary(cohort, of, groupingVariable(by));
  }

  @FieldResolver(() => Histogram, {
    description: "Patients by equal steps of a measure; bins begin at multiples of `width`, in the measure's unit.",
  })
  async histogram(
    @Root() cohort: CohortInquiry,
    @Arg('of', () => MeasureEnum) of: Measure,
    @Arg('width', () => Float) width: number,
  ): Promise<Histogram> {
    const step = valueOfSteps(of, 1);
    if (!(width >= step && Number.isFinite(width))) {
      throw badUserInput({ field: 'width', message: `expected a number of at least ${step}, the step of ${of}, not ${width}.` });
    }
    const read = ({ counts, policy }: PooledFigure): BinnedMeasure => {
      const figure = histogramFigure(counts, of, width, MOST_BINS);
      if (figure) return binMeasure(of, figure, countBetween(counts, of), policy);
      throw badUserInput({ field: 'width', message: `expected a width that makes at most ${MOST_BINS} bins; ${width} makes more.` });
    };
    const { figure, hidden } = await cohort.release({ question: { kind: 'summary', of }, read, claims: claimHistogram });
    return presentHistogram(releaseHistogram(figure, hidden));
  }

  @FieldResolver(() => [MilestoneTable], { description: 'Share of evaluable patients in each class at each milestone of the edition.' })
  async milestones(@Root() cohort: CohortInquiry, @Arg('edition', () => ElnEditionEnum) edition: ElnEdition): Promise<MilestoneTable[]> {
    const { figure, hidden } = await cohort.release({
      question: { kind: 'milestones', edition },
      read: ({ counts }) => milestoneFigures(counts),
      claims: (milestones) => claimMilestones(milestones, edition),
    });
    return releaseMilestones(figure, edition, hidden).map(presentMilestone);
  }
}
