import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CenterEntity, OwnedColumnChecks } from '../../../storage';
import { campaignColumns } from './campaign';

@Entity('observatory_campaigns')
@OwnedColumnChecks('observatory_campaigns', campaignColumns)
export class CampaignEntity {
  @ForeignKey(() => CenterEntity)
  @PrimaryColumn('text')
  centerCode!: string;

  @PrimaryColumn('text')
  campaign!: string;

  @Column('date')
  startedOn!: string;

  @Column('date', { nullable: true })
  endedOn!: string | null;

  @Column('integer', { nullable: true })
  samplesSent!: number | null;

  @Column('integer', { nullable: true })
  samplesValidated!: number | null;

  @Column('integer', { nullable: true })
  deviations!: number | null;
}
