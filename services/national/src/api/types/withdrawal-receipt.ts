import { CalendarDateScalar } from '@registry-hub/shared/graphql';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('WithdrawalReceipt', { simpleResolvers: true })
export class WithdrawalReceiptType {
  @Field(() => ID)
  patientCode!: string;

  @Field(() => CalendarDateScalar)
  withdrawnOn!: string;
}
