import type { CalendarDate } from '@registry-hub/shared/domain';
import { CalendarDateScalar } from '@registry-hub/shared/graphql';
import { Arg, Ctx, FieldResolver, ID, Resolver } from 'type-graphql';
import type { NationalContext } from '../context';
import { forgetLoaded } from '../loaders';
import { presentKnownFields } from '../mapping/present-quality';
import { readDisclosurePolicy } from '../mapping/read-disclosure-policy';
import {
  CenterType,
  DisclosurePolicyInput,
  DisclosureSettingsType,
  KnownFieldType,
  NationalOperationsType,
  NationalRegistryType,
  RegistrySettingsType,
} from '../types';
import { loadCenter } from './center-resolvers';
import { correctionOptions } from './operation-arguments';

@Resolver(() => NationalRegistryType)
export class RegistrySettingsResolver {
  @FieldResolver(() => RegistrySettingsType)
  async settings(@Ctx() { disclosureSettings, expectedFields }: NationalContext): Promise<RegistrySettingsType> {
    const [disclosure, expected] = await Promise.all([disclosureSettings.read(), expectedFields.read()]);
    return { disclosure, expectedFields: presentKnownFields(expected) };
  }
}

/** What a country's coordinator decides for the whole registry. */
@Resolver(() => NationalOperationsType)
export class SettingsOperations {
  @FieldResolver(() => DisclosureSettingsType, {
    description: 'Sets what this country asks of disclosure control, from the next answer on. It is in the audit trail.',
  })
  setDisclosurePolicy(
    @Arg('input', () => DisclosurePolicyInput) input: DisclosurePolicyInput,
    @Ctx() { disclosureSettingsDesk }: NationalContext,
  ): Promise<DisclosureSettingsType> {
    return disclosureSettingsDesk.change(readDisclosurePolicy(input));
  }

  @FieldResolver(() => [KnownFieldType], {
    description: 'Expects these fields of cases, and no others: completeness is the share of them that is filled.',
  })
  async setExpectedFields(
    @Arg('fields', () => [String], { description: 'Names, as settings { expectedFields { name } } has them.' }) fields: string[],
    @Ctx() { expectedFieldsDesk }: NationalContext,
  ): Promise<readonly KnownFieldType[]> {
    return presentKnownFields(await expectedFieldsDesk.choose(fields));
  }

  @FieldResolver(() => CenterType, {
    description:
      'Closes a centre, or moves the day: from then on nobody enrols there, and what is known of its patients is recorded by the coordinator alone.',
  })
  async closeCenter(
    @Arg('centerCode', () => ID) centerCode: string,
    @Arg('on', () => CalendarDateScalar, { description: 'The first day on which it is closed; it may be still to come.' }) on: CalendarDate,
    @Arg('reason', () => String, correctionOptions.reason) reason: string,
    @Ctx() context: NationalContext,
  ): Promise<CenterType> {
    await context.centerClosureDesk.close(centerCode, on, reason);
    return changedCenter(context, centerCode);
  }

  @FieldResolver(() => CenterType, { description: 'Opens a closed centre again.' })
  async reopenCenter(
    @Arg('centerCode', () => ID) centerCode: string,
    @Arg('reason', () => String, correctionOptions.reason) reason: string,
    @Ctx() context: NationalContext,
  ): Promise<CenterType> {
    await context.centerClosureDesk.reopen(centerCode, reason);
    return changedCenter(context, centerCode);
  }
}

function changedCenter(context: NationalContext, code: string): Promise<CenterType> {
  forgetLoaded(context.loaders);
  return loadCenter(context, code);
}
