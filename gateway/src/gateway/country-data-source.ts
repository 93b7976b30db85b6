import type { CountryIdentity } from '@registry-hub/shared/domain';
import type { Logger } from '@registry-hub/shared/server';
import type { DocumentNode, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { type CountryAnswer, type CountryClients, CountryFault } from '../countries';
import { isSilent, mergeableData, ownErrors, unavailableErrors } from './country-errors';
import type { EntityPlaces } from './entity-places';
import { type FetchFields, fetchFields, representationsIn } from './fetch-fields';
import { fitsOperation } from './fits-operation';
import { type DataSource, documentOf, type FetchOptions, type IncomingFetch, incomingFetch } from './incoming-fetch';

export interface CountryDataSourceOptions {
  readonly country: CountryIdentity;
  readonly clients: Pick<CountryClients, 'post'>;
  readonly places: EntityPlaces;
  /** The schema clients see, as it is now. */
  readonly schema: () => GraphQLSchema | undefined;
  readonly logger: Logger;
}

/**
 * The gateway's way to one country's subgraph. Whatever keeps the country from answering becomes an error at each field that
 * is null for it, and no word of where the subgraph is. The country's own errors pass.
 */
export class CountryDataSource implements DataSource {
  constructor(private readonly options: CountryDataSourceOptions) {}

  async process(options: FetchOptions): ReturnType<DataSource['process']> {
    const fetch = incomingFetch(options);
    const document = documentOf(fetch);
    const fields = fetchFields(document, fetch.request.variables ?? {});
    try {
      const answer = await this.ask(fetch, document, fields);
      const { data = null } = answer;
      return answer.errors === undefined ? { data } : { data, errors: this.numbered(ownErrors(answer, fields), fetch) };
    } catch (error) {
      if (!(error instanceof CountryFault)) throw error;
      return { data: null, errors: this.numbered(unavailableErrors(error, fields), fetch) };
    }
  }

  private async ask({ request, context }: IncomingFetch, document: DocumentNode, fields: FetchFields): Promise<CountryAnswer> {
    const { country, clients, schema, logger } = this.options;
    const { query = '', variables, operationName } = request;
    const given = await clients.post(country.code, {
      query,
      ...(variables === undefined ? {} : { variables }),
      ...(operationName === undefined ? {} : { operationName }),
      headers: { authorization: context.authorization, 'x-request-id': context.requestId },
    });
    const answer: CountryAnswer = { ...given, data: mergeableData(given, fields) };
    const known = schema();
    if (!isSilent(answer, fields) && (known === undefined || fitsOperation(known, document, answer.data))) return answer;
    logger.warn({ country: country.code, requestId: context.requestId }, 'country answered in another shape than asked for');
    throw new CountryFault(country, { kind: 'ERROR', delivered: true, reason: 'data of another shape' });
  }

  /** See {@link EntityPlaces}. */
  private numbered(errors: readonly GraphQLFormattedError[], fetch: IncomingFetch): readonly GraphQLFormattedError[] {
    const entities = representationsIn(fetch.request.variables ?? {});
    if (entities === undefined) return errors;
    return errors.map((error) => {
      const [root, index, ...rest] = error.path ?? [];
      if (root !== '_entities' || typeof index !== 'number') return error;
      const typeName = entities[index]?.['__typename'];
      const nth = entities.slice(0, index).filter((entity) => entity['__typename'] === typeName).length;
      const place = this.options.places.placeOf(fetch.incomingRequestContext, fetch.pathInIncomingRequest ?? [], typeName, nth);
      return { ...error, path: [root, place ?? index, ...rest] };
    });
  }
}
