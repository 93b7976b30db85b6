import { Field, Int, ObjectType } from 'type-graphql';
import { type DifferencingDecision, differencingDecisions } from '../../disclosure';
import { connectionClass } from '../connections';
import { graphqlEnum } from '../enums';
import { CountryCodeScalar, DateTimeScalar } from '../scalars';

const DifferencingDecisionEnum = graphqlEnum(
  'DifferencingDecision',
  differencingDecisions,
  'FLAGGED: the cohort was answered, and its note says what it tells. REFUSED: it was not answered.',
);

@ObjectType('LoggedCohort', { simpleResolvers: true, description: 'A cohort that figures were asked of.' })
export class LoggedCohortType {
  @Field(() => String, { description: 'The filter in words.' })
  filter!: string;

  @Field(() => [CountryCodeScalar], { description: 'Those that answered.' })
  countries!: readonly string[];
}

@ObjectType('DisclosureLogEntry', {
  simpleResolvers: true,
  description: 'That someone asked for a cohort which differs by few patients from one answered to the same person before; once a day.',
})
export class DisclosureLogEntryType {
  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => String, { description: "The person's subject." })
  subject!: string;

  @Field(() => String, { description: 'In which the figures were asked for.' })
  role!: string;

  @Field(() => DifferencingDecisionEnum)
  decision!: DifferencingDecision;

  @Field(() => LoggedCohortType)
  asked!: LoggedCohortType;

  @Field(() => LoggedCohortType)
  earlier!: LoggedCohortType;

  @Field(() => String, { description: 'By how many patients they differ, as "1 to 4": nobody is told the number.' })
  differingPatients!: string;

  @Field(() => Int, { description: 'From as many on, a difference is no matter.' })
  threshold!: number;
}

export const DisclosureLogConnectionType = connectionClass('DisclosureLog', DisclosureLogEntryType);
