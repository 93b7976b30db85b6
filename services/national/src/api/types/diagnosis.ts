import type { Phase } from '@registry-hub/shared/domain';
import { CalendarDateScalar, PhaseEnum } from '@registry-hub/shared/graphql';
import { Field, Float, ObjectType } from 'type-graphql';

@ObjectType('Diagnosis', { simpleResolvers: true })
export class DiagnosisType {
  @Field(() => String, { description: 'ICD-O-3 morphology; 9875/3 is CML, BCR::ABL1-positive.' })
  disease!: string;

  @Field(() => CalendarDateScalar)
  diagnosedOn!: string;

  @Field(() => PhaseEnum, { nullable: true })
  phase?: Phase;

  @Field(() => Boolean, { nullable: true })
  phPositive?: boolean;

  @Field(() => String, { nullable: true, description: 'Of BCR::ABL1: e13a2, e14a2 ...' })
  transcript?: string;

  @Field(() => Float, { nullable: true, description: 'Below the costal margin, cm.' })
  spleenCm?: number;

  @Field(() => Float, { nullable: true, description: '10⁹/L.' })
  wbc?: number;

  @Field(() => Float, { nullable: true, description: 'g/L.' })
  hemoglobin?: number;

  @Field(() => Float, { nullable: true, description: '10⁹/L.' })
  platelets?: number;

  @Field(() => Float, { nullable: true })
  blastsPct?: number;

  @Field(() => Float, { nullable: true })
  basophilsPct?: number;

  @Field(() => Float, { nullable: true })
  eosinophilsPct?: number;

  @Field(() => String, { nullable: true, description: 'ISCN.' })
  karyotype?: string;
}
