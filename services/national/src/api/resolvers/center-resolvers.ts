import type { CalendarDate } from '@registry-hub/shared/domain';
import { HubError } from '@registry-hub/shared/errors';
import { CalendarDateScalar } from '@registry-hub/shared/graphql';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { NationalContext } from '../context';
import { presentCenter } from '../mapping/present';
import { CenterType } from '../types';

@Resolver(() => CenterType)
export class CenterResolver {
  @FieldResolver(() => Int, { description: 'Patients of the centre, withdrawn ones left out.' })
  registeredCases(@Root() { code }: CenterType, @Ctx() { loaders }: NationalContext): Promise<number> {
    return loaders.casesOfCenter.load(code);
  }

  @FieldResolver(() => CalendarDateScalar, {
    nullable: true,
    description: 'From this day on the centre records nothing; its coordinator follows its patients up. Null while it stays open.',
  })
  closedOn(@Root() { code }: CenterType, @Ctx() { loaders }: NationalContext): Promise<CalendarDate | undefined> {
    return loaders.centerClosure.load(code);
  }
}

/** The centre of something that the caller may see, and so may see with it. */
export async function loadCenter({ loaders }: NationalContext, code: string): Promise<CenterType> {
  const center = await loaders.center.load(code);
  if (!center) throw new HubError('NOT_FOUND');
  return presentCenter(center);
}
