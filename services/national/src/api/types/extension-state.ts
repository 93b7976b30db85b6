import { Field, ObjectType } from 'type-graphql';

@ObjectType('NationalExtension', {
  simpleResolvers: true,
  description: 'What this country has, or may have, beyond the registry that all countries have.',
})
export class NationalExtensionType {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  version!: string;

  @Field(() => Boolean, { description: "Whether its fields are in this country's schema. What it keeps stays when it is off." })
  on!: boolean;

  @Field(() => Boolean, { description: "Whether it works with this country's service." })
  compatible!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it is not on.' })
  message?: string;
}
