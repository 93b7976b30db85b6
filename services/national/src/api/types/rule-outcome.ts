import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('RuleOutcome', { simpleResolvers: true, description: "A rule's id with a sentence: why something is so." })
export class RuleOutcomeType {
  @Field(() => ID)
  rule!: string;

  @Field(() => String)
  message!: string;
}
