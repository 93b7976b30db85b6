import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import type { NationalContext } from '../context';
import { forgetLoaded } from '../loaders';
import { NationalOperationsType, NationalRegistryType, RederiveProgressType } from '../types';

const DEFAULT_BATCH = 500;

@Resolver(() => NationalOperationsType)
export class RederiveOperations {
  @FieldResolver(() => RederiveProgressType, {
    description: 'Derives stored cases anew whose row came from other rules than the present ones, one batch in one transaction.',
  })
  async rederive(
    @Arg('all', () => Boolean, {
      defaultValue: false,
      description: 'Marks every case as waiting before the batch. To be true in the first call alone, or there is no end.',
    })
    all: boolean,
    @Arg('batch', () => Int, { defaultValue: DEFAULT_BATCH, description: 'Cases at most, from 1 to 5000.' }) batch: number,
    @Ctx() { rederiver, caller, loaders }: NationalContext,
  ): Promise<RederiveProgressType> {
    const progress = await rederiver.rederive({ all, batch, by: caller });
    forgetLoaded(loaders);
    return progress;
  }
}

@Resolver(() => NationalRegistryType)
export class DerivationVersionResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'The version of the rules that every case was derived by, or the oldest where they differ; null without cases.',
  })
  derivationVersion(@Ctx() { reader }: NationalContext): Promise<number | undefined> {
    return reader.oldestDerivation();
  }

  @FieldResolver(() => Int, { description: 'Cases whose derived row came from other rules than the present ones.' })
  casesToRederive(@Ctx() { reader }: NationalContext): Promise<number> {
    return reader.casesToRederive();
  }
}
