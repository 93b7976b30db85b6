import type { DisclosureSettings } from '@registry-hub/shared/domain';
import { Field, InputType, Int, ObjectType } from 'type-graphql';

const DASHBOARD = 'k for a DASHBOARD: figures that speak of fewer patients are suppressed. At least 10.';
const LEAD = 'k for a LEAD, in pooled figures and in those of this country. At least 5.';
const COORDINATOR = 'k for a COORDINATOR and a VALIDATOR, in pooled figures. At least 5.';
const EXTREMES = 'Whether a LEAD sees minimum and maximum in pooled figures.';
const DIFFERENCING =
  'Whether a cohort that differs by fewer than k patients from one answered before is refused also to LEAD, COORDINATOR and VALIDATOR.';

@ObjectType('DisclosureSettings', {
  simpleResolvers: true,
  description: 'What this country asks of disclosure control. Of the hub and all countries in a figure, the strictest wins.',
})
export class DisclosureSettingsType implements DisclosureSettings {
  @Field(() => Int, { description: DASHBOARD })
  dashboardThreshold!: number;

  @Field(() => Int, { description: LEAD })
  leadThreshold!: number;

  @Field(() => Int, { description: COORDINATOR })
  coordinatorThreshold!: number;

  @Field(() => Boolean, { description: EXTREMES })
  extremesReleased!: boolean;

  @Field(() => Boolean, { description: DIFFERENCING })
  differencingRefused!: boolean;
}

@InputType('DisclosurePolicyInput', { description: 'What is left out stays as it is.' })
export class DisclosurePolicyInput {
  @Field(() => Int, { nullable: true, description: DASHBOARD })
  dashboardThreshold?: number | null;

  @Field(() => Int, { nullable: true, description: LEAD })
  leadThreshold?: number | null;

  @Field(() => Int, { nullable: true, description: COORDINATOR })
  coordinatorThreshold?: number | null;

  @Field(() => Boolean, { nullable: true, description: EXTREMES })
  extremesReleased?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: DIFFERENCING })
  differencingRefused?: boolean | null;
}
