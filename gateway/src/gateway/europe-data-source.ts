import { type Logger, presentError } from '@registry-hub/shared/server';
import { execute, type GraphQLSchema } from 'graphql';
import type { EntityPlaces } from './entity-places';
import { type DataSource, documentOf, type FetchOptions, incomingFetch } from './incoming-fetch';

export interface EuropeDataSourceOptions {
  /** The subgraph's schema, as it is now. */
  readonly schema: () => GraphQLSchema;
  readonly places: EntityPlaces;
  readonly logger: Logger;
}

/** The gateway's way to the hub's own subgraph, which runs in the same process and in the operation's own context. */
export class EuropeDataSource implements DataSource {
  constructor(private readonly options: EuropeDataSourceOptions) {}

  async process(options: FetchOptions): ReturnType<DataSource['process']> {
    const { schema, places, logger } = this.options;
    const fetch = incomingFetch(options);
    const { data = null, errors } = await execute({
      schema: schema(),
      document: documentOf(fetch),
      variableValues: fetch.request.variables,
      contextValue: fetch.context,
    });
    places.note(fetch.incomingRequestContext, data);
    // as any subgraph would: what is not meant to be seen is logged and masked here, where its cause is known
    return errors === undefined ? { data } : { data, errors: errors.map((error) => presentError(error.toJSON(), error, logger)) };
  }
}
