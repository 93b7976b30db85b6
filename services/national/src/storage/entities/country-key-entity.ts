import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What this registry knows of another country's masking key. */
@Entity('country_keys')
@Check('country_keys_use_check', '(public_key IS NULL) = (first_seen_at IS NULL)')
@Check('country_keys_confirmation_check', '(confirmed_at IS NULL) = (confirmed_by IS NULL)')
@Check('country_keys_offer_check', '(offered_key IS NULL) = (offered_at IS NULL)')
export class CountryKeyEntity {
  @PrimaryColumn('text')
  country!: string;

  /** The key in use: X25519, base64url; NULL while none is trusted. */
  @Column('text', { nullable: true })
  publicKey!: string | null;

  @Column('timestamptz', { nullable: true })
  firstSeenAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;

  /** The person's subject. */
  @Column('text', { nullable: true })
  confirmedBy!: string | null;

  /** The latest other key that the hub named for the country; refused until somebody confirms it. */
  @Column('text', { nullable: true })
  offeredKey!: string | null;

  @Column('timestamptz', { nullable: true })
  offeredAt!: Date | null;
}
