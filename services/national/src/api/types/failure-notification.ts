import type { FailureSubcategory, TherapeuticDecision } from '@registry-hub/shared/domain';
import { CalendarDateScalar, FailureSubcategoryEnum, TherapeuticDecisionEnum } from '@registry-hub/shared/graphql';
import { Field, ObjectType } from 'type-graphql';

@ObjectType('FailureNotification', { simpleResolvers: true })
export class FailureNotificationType {
  @Field(() => CalendarDateScalar)
  notifiedOn!: string;

  @Field(() => CalendarDateScalar)
  failedOn!: string;

  @Field(() => FailureSubcategoryEnum, { description: 'As the centre reported it.' })
  reportedSubcategory!: FailureSubcategory;

  @Field(() => TherapeuticDecisionEnum, { nullable: true })
  decision?: TherapeuticDecision;
}
