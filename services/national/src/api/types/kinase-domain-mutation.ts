import type { MutationMethod } from '@registry-hub/shared/domain';
import { CalendarDateScalar, MutationMethodEnum } from '@registry-hub/shared/graphql';
import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType('KinaseDomainMutation', {
  simpleResolvers: true,
  description: 'What a mutation analysis found: one entry for each variant, or one that says that none was found.',
})
export class KinaseDomainMutationType {
  /** Not a field itself: what the verification is found by. */
  patientCode!: string;

  @Field(() => String, {
    description:
      'Amino-acid change on ABL1 isoform 1a, short form: T315I. Of another gene with its name: KIT D816V. NONE, or KIT NONE, where none was found.',
  })
  variant!: string;

  @Field(() => CalendarDateScalar)
  sampledOn!: string;

  @Field(() => Float, { nullable: true, description: 'Variant allele frequency, %.' })
  vafPct?: number;

  @Field(() => MutationMethodEnum, { nullable: true })
  method?: MutationMethod;
}
