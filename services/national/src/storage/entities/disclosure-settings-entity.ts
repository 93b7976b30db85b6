import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** One row: what this country asks of disclosure control. */
@Entity('disclosure_settings')
@Check('disclosure_settings_single_row_check', 'id = 1')
@Check('disclosure_settings_thresholds_check', 'dashboard_threshold >= 10 AND lead_threshold >= 5 AND coordinator_threshold >= 5')
export class DisclosureSettingsEntity {
  @PrimaryColumn('smallint')
  id!: number;

  @Column('integer')
  dashboardThreshold!: number;

  @Column('integer')
  leadThreshold!: number;

  @Column('integer')
  coordinatorThreshold!: number;

  @Column('boolean')
  extremesReleased!: boolean;

  @Column('boolean')
  differencingRefused!: boolean;
}
