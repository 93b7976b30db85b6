import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('VoidReceipt', { simpleResolvers: true, description: 'Of a patient who was entered in error.' })
export class VoidReceiptType {
  @Field(() => ID, { description: 'Free again.' })
  patientCode!: string;
}
