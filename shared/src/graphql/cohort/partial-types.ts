import { Directive, Field, Int, ObjectType } from 'type-graphql';

@Directive('@inaccessible')
@ObjectType({ description: "One country's sums for a question of the hub." })
export class PartialAnswer {
  @Field(() => Int, { description: "The layout this country speaks; where it is another than the question's there are no counts." })
  layoutVersion!: number;

  @Field(() => Int, { description: "The registry's revision that was counted." })
  revision!: number;

  @Field(() => String, { nullable: true, description: "Counts of every figure's cells, as varints in base64." })
  counts!: string | null;
}
