import { Field, ObjectType } from 'type-graphql';
import type { ElnEdition } from '../../domain';
import type {
  IncidenceEvent,
  Measure,
  ReportCovariate,
  ReportFigure,
  ReportSection,
  SurvivalEndpoint,
  TimeOrigin,
  Variable,
} from '../../statistics';
import { IncidenceEventEnum, MeasureEnum, SurvivalEndpointEnum, TimeOriginEnum, VariableEnum } from '../cohort/statistics-enums';
import { ElnEditionEnum } from '../enums';

@ObjectType('ReportCovariate', { simpleResolvers: true, description: 'As CovariateInput takes it.' })
export class ReportCovariateType {
  @Field(() => MeasureEnum, { nullable: true })
  measure?: Measure;

  @Field(() => VariableEnum, { nullable: true })
  variable?: Variable;

  @Field(() => String, { nullable: true })
  reference?: string;
}

@ObjectType('ReportFigure', {
  simpleResolvers: true,
  description: 'A figure to ask of a cohort. What it does not have is no argument of its field.',
})
export class ReportFigureType {
  @Field(() => String, {
    description: 'The field of Cohort: frequencies, summary, survival, cumulativeIncidence, milestones or coxRegression.',
  })
  field!: ReportFigure['field'];

  @Field(() => VariableEnum, { nullable: true, description: 'Argument `of` of frequencies.' })
  variable?: Variable;

  @Field(() => MeasureEnum, { nullable: true, description: 'Argument `of` of summary.' })
  measure?: Measure;

  @Field(() => VariableEnum, { nullable: true })
  by?: Variable;

  @Field(() => SurvivalEndpointEnum, { nullable: true })
  endpoint?: SurvivalEndpoint;

  @Field(() => IncidenceEventEnum, { nullable: true })
  event?: IncidenceEvent;

  @Field(() => TimeOriginEnum, { nullable: true })
  from?: TimeOrigin;

  @Field(() => Boolean, { nullable: true })
  delayedEntry?: boolean;

  @Field(() => ElnEditionEnum, { nullable: true })
  edition?: ElnEdition;

  @Field(() => [ReportCovariateType], { nullable: true })
  covariates?: readonly ReportCovariate[];
}

@ObjectType('ReportSection', { simpleResolvers: true, description: 'Figures of a report that belong under one heading.' })
export class ReportSectionType {
  @Field(() => String)
  title!: string;

  @Field(() => [ReportFigureType])
  figures!: ReportSection['figures'];
}
