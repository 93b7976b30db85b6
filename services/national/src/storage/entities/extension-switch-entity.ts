import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether a coordinator has an extension on or off; one that nobody ever switched is on. */
@Entity('extension_switches')
export class ExtensionSwitchEntity {
  @PrimaryColumn('text')
  extension!: string;

  @Column('boolean')
  isOn!: boolean;
}
