import { Directive, Field, Int, ObjectType } from 'type-graphql';

@Directive('@inaccessible')
@ObjectType({ description: 'Why a country takes no part in a masked sum.' })
export class PartialRefusal {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;

  @Field(() => [String], { description: 'The countries whose keys are the reason, where they are.' })
  countries!: readonly string[];
}

@Directive('@inaccessible')
@ObjectType({ description: "One country's sums for a question of the hub." })
export class PartialAnswer {
  @Field(() => Int, { description: "The layout this country speaks; where it is another than the question's there are no counts." })
  layoutVersion!: number;

  @Field(() => Int, { description: "The registry's revision that was counted." })
  revision!: number;

  @Field(() => String, {
    nullable: true,
    description: 'In base64: masked, the words of a vector laid out by the question; in clear, counts of every cell as varints.',
  })
  counts!: string | null;

  @Field(() => PartialRefusal, { nullable: true })
  refusal!: PartialRefusal | null;
}
