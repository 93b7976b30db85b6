import { Arg, Ctx, FieldResolver, ID, Resolver } from 'type-graphql';
import type { DataQuery } from '../../storage';
import type { NationalContext } from '../context';
import { forgetLoaded } from '../loaders';
import { presentDataQuery } from '../mapping/present';
import { DataQueryType, NationalOperationsType } from '../types';

@Resolver(() => NationalOperationsType)
export class QueryOperations {
  @FieldResolver(() => DataQueryType, { description: 'Asks the centre about a patient.' })
  async raiseDataQuery(
    @Arg('patientCode', () => ID) patientCode: string,
    @Arg('field', () => String, { nullable: true }) field: string | null | undefined,
    @Arg('message', () => String) message: string,
    @Ctx() context: NationalContext,
  ): Promise<DataQueryType> {
    return changedQuery(context, await context.queryDesk.raise(patientCode, field ?? undefined, message));
  }

  @FieldResolver(() => DataQueryType)
  async answerDataQuery(
    @Arg('id', () => ID) id: string,
    @Arg('text', () => String) text: string,
    @Ctx() context: NationalContext,
  ): Promise<DataQueryType> {
    return changedQuery(context, await context.queryDesk.answer(id, text));
  }

  @FieldResolver(() => DataQueryType)
  async closeDataQuery(
    @Arg('id', () => ID) id: string,
    @Arg('text', () => String, { nullable: true }) text: string | null | undefined,
    @Ctx() context: NationalContext,
  ): Promise<DataQueryType> {
    return changedQuery(context, await context.queryDesk.close(id, text ?? undefined));
  }
}

function changedQuery({ loaders }: NationalContext, query: DataQuery): DataQueryType {
  forgetLoaded(loaders);
  return presentDataQuery(query);
}
