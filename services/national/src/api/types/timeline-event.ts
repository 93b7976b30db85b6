import { type ElnResponse, type TimelineEventKind, timelineEventKinds } from '@registry-hub/shared/clinical';
import { CalendarDateScalar, ElnResponseEnum, graphqlEnum } from '@registry-hub/shared/graphql';
import { Field, Float, Int, ObjectType } from 'type-graphql';

const TimelineEventKindEnum = graphqlEnum('TimelineEventKind', timelineEventKinds);

@ObjectType('TimelineEvent', { simpleResolvers: true, description: 'Something dated in the course of a case.' })
export class TimelineEventType {
  @Field(() => TimelineEventKindEnum)
  kind!: TimelineEventKind;

  @Field(() => CalendarDateScalar)
  on!: string;

  @Field(() => String, { description: 'What it means, as a sentence.' })
  meaning!: string;

  @Field(() => ElnResponseEnum, { nullable: true, description: 'Of a milestone: the class of response.' })
  response?: ElnResponse;

  @Field(() => Int, { nullable: true, description: 'Completed calendar months since the first imatinib; null before it.' })
  monthsSinceImatinib?: number;

  @Field(() => String, { nullable: true, description: 'The treatment at that time.' })
  drug?: string;

  @Field(() => Float, { nullable: true, description: 'Its dose at that time.' })
  mgPerDay?: number;

  @Field(() => String, { nullable: true, description: 'The kind of record that documents it, as in a data query; null for a milestone.' })
  recordKind?: string;

  @Field(() => [String], { nullable: true, description: "That record's natural key." })
  recordKey?: readonly string[];
}
