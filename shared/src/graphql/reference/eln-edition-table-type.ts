import { Field, Int, ObjectType } from 'type-graphql';
import { type ElnClassRows, type ElnEdition, type ElnResponse, type ElnTable, elnResponseClasses } from '../../clinical';
import { ElnEditionEnum, ElnResponseEnum } from '../enums';
import { CitationType, presentCitation } from './citation-type';

@ObjectType('ElnClassCriteria', {
  simpleResolvers: true,
  description: 'What puts a patient into one class of response: any of the criteria.',
})
export class ElnClassCriteriaType {
  @Field(() => ElnResponseEnum)
  response!: ElnResponse;

  @Field(() => String, { nullable: true, description: "The edition's own name of the class, where it differs." })
  label?: string;

  @Field(() => [String])
  criteria!: readonly string[];
}

@ObjectType('ElnMilestoneCriteria', { simpleResolvers: true })
export class ElnMilestoneCriteriaType {
  @Field(() => Int, { description: 'Calendar months since the start of the drug; the last row of a table holds from its month on.' })
  month!: number;

  @Field(() => [ElnClassCriteriaType], { description: 'Worst first.' })
  classes!: readonly ElnClassCriteriaType[];
}

@ObjectType('ElnEditionTable', {
  simpleResolvers: true,
  description: "A table of the European LeukemiaNet's recommendations, as it was published.",
})
export class ElnEditionTableType {
  @Field(() => ElnEditionEnum)
  edition!: ElnEdition;

  @Field(() => String)
  title!: string;

  @Field(() => CitationType)
  citation!: CitationType;

  @Field(() => [ElnClassCriteriaType], { description: 'Before the drug.' })
  baseline!: readonly ElnClassCriteriaType[];

  @Field(() => [ElnMilestoneCriteriaType])
  milestones!: readonly ElnMilestoneCriteriaType[];

  @Field(() => [ElnClassCriteriaType])
  anyTime!: readonly ElnClassCriteriaType[];

  @Field(() => String, { nullable: true, description: 'Why the table is not the published one, where it is not.' })
  provisional?: string;
}

export function presentElnTable({
  edition,
  title,
  citation,
  baseline,
  milestones,
  anyTime,
  labels,
  provisional,
}: ElnTable): ElnEditionTableType {
  const classesOf = (rows: ElnClassRows): readonly ElnClassCriteriaType[] =>
    elnResponseClasses.flatMap((response) => {
      const criteria = rows[response]?.map(({ statement }) => statement) ?? [];
      return criteria.length === 0 ? [] : [{ response, criteria, ...(labels && { label: labels[response] }) }];
    });
  return {
    edition,
    title,
    citation: presentCitation(citation),
    baseline: classesOf(baseline),
    milestones: milestones.map((milestone) => ({ month: milestone.month, classes: classesOf(milestone) })),
    anyTime: classesOf(anyTime),
    ...(provisional !== undefined && { provisional }),
  };
}
