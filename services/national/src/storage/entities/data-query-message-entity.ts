import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { DataQueryEntity } from './data-query-entity';

@Entity('data_query_messages')
export class DataQueryMessageEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @ForeignKey(() => DataQueryEntity)
  @Index('data_query_messages_query_id_index')
  @Column('bigint')
  queryId!: string;

  @Column('text')
  author!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  text!: string;
}
