import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('RederiveProgress', { simpleResolvers: true, description: 'What one batch of deriving stored cases anew did.' })
export class RederiveProgressType {
  @Field(() => Int, { description: 'Cases of this batch.' })
  derived!: number;

  @Field(() => Int, { description: 'Those of them that came out otherwise than before.' })
  changed!: number;

  @Field(() => Int)
  dataQueriesRaised!: number;

  @Field(() => Int, { description: 'Cases that still wait.' })
  left!: number;

  @Field(() => Int, { description: 'The version of the rules that derived them.' })
  derivationVersion!: number;
}
