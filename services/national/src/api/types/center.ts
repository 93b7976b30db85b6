import { CalendarDateScalar } from '@registry-hub/shared/graphql';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Center', { simpleResolvers: true })
export class CenterType {
  @Field(() => ID)
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  city?: string;

  @Field(() => CalendarDateScalar, { nullable: true })
  openedOn?: string;
}
