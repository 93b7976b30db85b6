import { Field, Float, ObjectType } from 'type-graphql';
import { type ReleasedResponseRate, valueOrNull } from '../../disclosure';
import { Count } from './cohort-types';
import { presentCount } from './present-figures';

@ObjectType({
  description:
    'Confirmed responses (complete and partial) of the patients of a group who were treated for a tumour other than CML, by intention to treat: who was not evaluable, and whose response nobody documented, is in the denominator.',
})
export class ResponseRate {
  @Field(() => String, { description: 'The value of the variable that the groups are made by.' })
  group!: string;

  @Field(() => Count, { description: 'Everybody treated: the denominator.' })
  n!: Count;

  @Field(() => Count)
  complete!: Count;

  @Field(() => Count)
  partial!: Count;

  @Field(() => Count, { description: 'Complete and partial responses.' })
  responders!: Count;

  @Field(() => Float, { nullable: true, description: '0-100, unrounded.' })
  percent!: number | null;

  @Field(() => Float, { nullable: true, description: "Wilson's 95 % interval (J Am Stat Assoc 1927;22:209)." })
  lower!: number | null;

  @Field(() => Float, { nullable: true })
  upper!: number | null;

  @Field(() => Boolean, { description: 'Whether the rate was not released.' })
  suppressed!: boolean;
}

export function presentResponseRate({ group, treated, complete, partial, responders, share }: ReleasedResponseRate): ResponseRate {
  const shown = valueOrNull(share);
  return {
    group,
    n: presentCount(treated),
    complete: presentCount(complete),
    partial: presentCount(partial),
    responders: presentCount(responders),
    percent: shown?.percent ?? null,
    lower: shown?.lower ?? null,
    upper: shown?.upper ?? null,
    suppressed: share.suppressed,
  };
}
