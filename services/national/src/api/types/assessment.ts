import type { Phase } from '@registry-hub/shared/domain';
import { CalendarDateScalar, PhaseEnum } from '@registry-hub/shared/graphql';
import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType('Assessment', { simpleResolvers: true })
export class AssessmentType {
  /** Not a field itself: what the verification is found by. */
  patientCode!: string;

  @Field(() => CalendarDateScalar)
  assessedOn!: string;

  @Field(() => PhaseEnum, { nullable: true })
  phase?: Phase;

  @Field(() => Boolean, { nullable: true })
  completeHematologicResponse?: boolean;

  @Field(() => Float, { nullable: true, description: '10⁹/L.' })
  wbc?: number;

  @Field(() => Float, { nullable: true, description: '10⁹/L.' })
  platelets?: number;

  @Field(() => Float, { nullable: true })
  blastsPct?: number;

  @Field(() => Int, { nullable: true })
  metaphasesExamined?: number;

  @Field(() => Int, { nullable: true })
  metaphasesPhPositive?: number;

  @Field(() => Float, { nullable: true, description: 'BCR::ABL1 on the International Scale, %.' })
  bcrAbl1IsPct?: number;

  @Field(() => Int, { nullable: true, description: 'Control gene copies.' })
  abl1Copies?: number;
}
