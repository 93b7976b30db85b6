import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { NationalContext } from '../context';
import { DataQueryType, QueryMessageType } from '../types';

@Resolver(() => DataQueryType)
export class DataQueryResolver {
  @FieldResolver(() => [QueryMessageType], { description: 'From its beginning.' })
  thread(@Root() { id }: DataQueryType, @Ctx() { loaders }: NationalContext): Promise<readonly QueryMessageType[]> {
    return loaders.thread.load(id);
  }
}
