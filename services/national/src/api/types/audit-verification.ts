import { graphqlEnum } from '@registry-hub/shared/graphql';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { type FaultKind, faultKinds } from '../../audit';

const AuditFaultKindEnum = graphqlEnum('AuditFaultKind', faultKinds, 'What was done to an entry or its values.');

@InputType('AuditHeadInput', { description: 'A head that an earlier verification told and that was kept outside the registry.' })
export class AuditHeadInput {
  @Field(() => Int)
  sequence!: number;

  @Field(() => String)
  hash!: string;
}

@ObjectType('AuditHead', { simpleResolvers: true, description: 'The last entry of the trail.' })
export class AuditHeadType {
  @Field(() => Int, { description: '0 while there is none.' })
  sequence!: number;

  @Field(() => String)
  hash!: string;
}

@ObjectType('AuditFault', { simpleResolvers: true, description: 'The first place at which the trail does not hold.' })
export class AuditFaultType {
  @Field(() => Int)
  sequence!: number;

  @Field(() => AuditFaultKindEnum)
  kind!: FaultKind;

  @Field(() => String)
  message!: string;
}

@ObjectType('AuditVerification', { simpleResolvers: true })
export class AuditVerificationType {
  @Field(() => Boolean)
  valid!: boolean;

  @Field(() => Int, { nullable: true, description: 'How many there are; null when the trail is not valid.' })
  entries?: number;

  @Field(() => AuditHeadType, {
    nullable: true,
    description: 'To be kept elsewhere and given to the next verification; null when the trail is not valid.',
  })
  head?: AuditHeadType;

  @Field(() => AuditFaultType, { nullable: true })
  fault?: AuditFaultType;
}
