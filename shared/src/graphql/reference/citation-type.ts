import { Field, Int, ObjectType } from 'type-graphql';
import { type Citation, citationText } from '../../clinical';

@ObjectType('Citation', { simpleResolvers: true, description: 'Where something was published.' })
export class CitationType {
  @Field(() => String)
  authors!: string;

  @Field(() => String)
  journal!: string;

  @Field(() => Int)
  year!: number;

  @Field(() => String, { description: 'Volume and first page, 108:1809.' })
  locator!: string;

  @Field(() => String, { description: 'All of it in one line.' })
  text!: string;
}

export function presentCitation(citation: Citation): CitationType {
  return { ...citation, text: citationText(citation) };
}
