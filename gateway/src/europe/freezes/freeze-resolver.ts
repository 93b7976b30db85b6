import { FREEZE_LABEL, FREEZE_LABEL_RULE } from '@registry-hub/shared/domain';
import { badUserInput } from '@registry-hub/shared/errors';
import { Arg, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import type { EuropeContext } from '../europe-context';
import { Europe } from '../europe-type';
import { listFreezes, takeFreeze } from './country-freezes';
import { europeanFreeze, europeanFreezes } from './european-freezes';
import { EuropeanFreeze } from './freeze-types';

@Resolver(() => Europe)
export class FreezeResolver {
  @FieldResolver(() => [EuropeanFreeze], {
    description: 'What the countries that answer have frozen, in the order in which they were taken.',
  })
  async freezes(@Ctx() context: EuropeContext): Promise<readonly EuropeanFreeze[]> {
    const { countries } = context.countries;
    return europeanFreezes(await Promise.all(countries.map((country) => listFreezes(context, country))));
  }

  @Mutation(() => EuropeanFreeze, {
    description:
      'Freezes every registry that answers under a label. `missing` names the others: asked again with the same label, it freezes ' +
      'those, and leaves what is frozen already as it is.',
  })
  async freezeRegistry(
    @Arg('label', () => String, { description: 'published-2006: lower-case letters, digits, dots, dashes, underscores; at most 64.' })
    label: string,
    @Ctx() context: EuropeContext,
  ): Promise<EuropeanFreeze> {
    if (!FREEZE_LABEL.test(label)) throw badUserInput({ field: 'label', message: `expected ${FREEZE_LABEL_RULE}.` });
    const { countries } = context.countries;
    return europeanFreeze(label, await Promise.all(countries.map((country) => takeFreeze(context, country, label))));
  }
}
