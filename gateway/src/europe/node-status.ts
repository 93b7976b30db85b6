import { DateTimeScalar, graphqlEnum } from '@registry-hub/shared/graphql';
import { Field, Float, ObjectType } from 'type-graphql';
import { type CountryStatus, type NodeState, nodeStates } from '../countries';

const NodeStateEnum = graphqlEnum(
  'NodeState',
  nodeStates,
  'DEGRADED: it answers, but late, unreadably, or by an older schema. DOWN: it does not answer.',
);

@ObjectType({ description: 'How a national registry does, as the hub sees it.' })
export class NodeStatus implements CountryStatus {
  @Field(() => NodeStateEnum)
  state!: NodeState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the hub last tried to reach it.' })
  checkedAt?: Date;

  @Field(() => Float, { nullable: true, description: 'Round trip of the latest probe, in milliseconds.' })
  latencyMs?: number;

  @Field(() => String, { nullable: true })
  version?: string;

  @Field(() => String, { nullable: true })
  message?: string;
}
