import { HubError } from '@registry-hub/shared/errors';
import {
  type Connection,
  DEFAULT_PAGE,
  DisclosureLogConnectionType,
  type DisclosureLogEntryType,
  pageSize,
  readDisclosureLog,
} from '@registry-hub/shared/graphql';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import type { EuropeContext } from './europe-context';
import { Europe } from './europe-type';

@Resolver(() => Europe)
export class DisclosureLogResolver {
  @FieldResolver(() => DisclosureLogConnectionType, {
    description:
      "Who asked for pooled cohorts that differ by few patients, newest first, as far as the coordinator's country was in one of them.",
  })
  disclosureLog(
    @Arg('first', () => Int, pageSize) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() { caller, disclosureLogOf }: EuropeContext,
  ): Promise<Connection<DisclosureLogEntryType>> {
    if (caller.country === undefined) throw new HubError('FORBIDDEN');
    return readDisclosureLog(disclosureLogOf(caller.country), first ?? DEFAULT_PAGE, after);
  }
}
