import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { ExtensionState } from '../../settings';
import type { NationalContext } from '../context';
import { NationalExtensionType, NationalOperationsType, NationalRegistryType } from '../types';

@Resolver(() => NationalRegistryType)
export class ExtensionsResolver {
  @FieldResolver(() => [NationalExtensionType], { description: 'The extensions there are for this country, on or off.' })
  extensions(@Ctx() { extensionDesk }: NationalContext): readonly ExtensionState[] {
    return extensionDesk.list();
  }
}

@Resolver(() => NationalOperationsType)
export class ExtensionOperations {
  @FieldResolver(() => NationalExtensionType, {
    description:
      'Switches an extension on or off, from the next request on; the gateway takes the new schema over. It is in the audit trail.',
  })
  setExtension(
    @Arg('name', () => String) name: string,
    @Arg('on', () => Boolean) on: boolean,
    @Ctx() { extensionDesk }: NationalContext,
  ): Promise<ExtensionState> {
    return extensionDesk.set(name, on);
  }
}
