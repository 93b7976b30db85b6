import {
  type Connection,
  DEFAULT_PAGE,
  DisclosureLogConnectionType,
  type DisclosureLogEntryType,
  pageSize,
  readDisclosureLog,
} from '@registry-hub/shared/graphql';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import type { NationalContext } from '../context';
import { NationalRegistryType } from '../types';

@Resolver(() => NationalRegistryType)
export class DisclosureLogResolver {
  @FieldResolver(() => DisclosureLogConnectionType, {
    description: "Who asked for cohorts of this country's own figures that differ by few patients, newest first.",
  })
  disclosureLog(
    @Arg('first', () => Int, pageSize) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() { disclosureLog }: NationalContext,
  ): Promise<Connection<DisclosureLogEntryType>> {
    return readDisclosureLog(disclosureLog, first ?? DEFAULT_PAGE, after);
  }
}
