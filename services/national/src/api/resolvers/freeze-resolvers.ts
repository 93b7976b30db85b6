import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { NationalContext } from '../context';
import { NationalOperationsType, NationalRegistryType, RegistryFreezeType } from '../types';

@Resolver(() => NationalRegistryType)
export class FreezesResolver {
  @FieldResolver(() => [RegistryFreezeType], { description: 'In the order in which they were taken.' })
  async freezes(@Ctx() { freezeDesk }: NationalContext): Promise<RegistryFreezeType[]> {
    return [...(await freezeDesk.list())];
  }
}

@Resolver(() => NationalOperationsType)
export class FreezeOperations {
  @FieldResolver(() => RegistryFreezeType, {
    description:
      'Freezes this registry under a label: `cohort(filter: { freeze: "..." })` stays as it is now, whatever is entered, corrected or ' +
      'withdrawn later. Patients who withdraw consent are left out of what has not been asked before.',
  })
  freezeRegistry(
    @Arg('label', () => String, { description: 'published-2006: lower-case letters, digits, dots, dashes, underscores; at most 64.' })
    label: string,
    @Arg('keepExisting', () => Boolean, {
      defaultValue: false,
      description: 'Gives the freeze that has the label already, unchanged, instead of a CONFLICT.',
    })
    keepExisting: boolean,
    @Ctx() { freezeDesk }: NationalContext,
  ): Promise<RegistryFreezeType> {
    return freezeDesk.take(label, keepExisting);
  }
}
