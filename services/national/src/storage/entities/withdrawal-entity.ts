import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What stays of a patient who withdrew consent: nothing that tells who it was, and enough to know the code when it comes back. */
@Entity('withdrawals')
export class WithdrawalEntity {
  /** HMAC-SHA-256 of the patient's code under the registry's own key. */
  @PrimaryColumn('text')
  codeDigest!: string;

  @Column('date')
  withdrawnOn!: string;
}
