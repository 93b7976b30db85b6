import { DateTimeScalar } from '@registry-hub/shared/graphql';
import { Field, ObjectType } from 'type-graphql';

@ObjectType('Verification', {
  simpleResolvers: true,
  description: 'That a validator held a record against its source. A later change of the record makes it void.',
})
export class VerificationType {
  @Field(() => String, { description: "The person's subject." })
  by!: string;

  @Field(() => DateTimeScalar)
  at!: Date;
}
