import type { AdverseEventAction } from '@registry-hub/shared/domain';
import { AdverseEventActionEnum, CalendarDateScalar } from '@registry-hub/shared/graphql';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('AdverseEvent', { simpleResolvers: true })
export class AdverseEventType {
  @Field(() => String)
  term!: string;

  @Field(() => Int, { description: 'CTCAE, 1-5.' })
  grade!: number;

  @Field(() => CalendarDateScalar)
  onsetOn!: string;

  @Field(() => CalendarDateScalar, { nullable: true })
  resolvedOn?: string;

  @Field(() => String, { nullable: true })
  drug?: string;

  @Field(() => AdverseEventActionEnum, { nullable: true })
  action?: AdverseEventAction;
}
