import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row: what is true of the registry as a whole. */
@Entity('registry_state')
@Check('registry_state_single_row_check', 'id = 1')
export class RegistryStateEntity {
  @PrimaryColumn('smallint')
  id!: number;

  /** Grows with every committed change of this registry's data. */
  @Column('integer', { default: 0 })
  revision!: number;

  /** Under which the codes of erased patients are digested. */
  @Column('text')
  withdrawalKey!: string;
}
