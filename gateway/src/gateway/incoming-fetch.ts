import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { type DocumentNode, parse } from 'graphql';
import type { EuropeContext } from '../europe';

export type DataSource = GraphQLDataSource<EuropeContext>;
export type FetchOptions = GraphQLDataSourceProcessOptions<EuropeContext>;

/** One fetch of a plan that serves a client's operation. */
export type IncomingFetch = Extract<FetchOptions, { incomingRequestContext: unknown }>;

/** @throws Error for health checks and schema requests of the gateway's own, which the hub doesn't make */
export function incomingFetch(options: FetchOptions): IncomingFetch {
  if (!('incomingRequestContext' in options)) throw new Error(`unexpected request of the gateway: ${options.kind}`);
  return options;
}

/** The plan holds each fetch's document; it is read again only where it doesn't. */
export function documentOf({ document, request }: IncomingFetch): DocumentNode {
  return document ?? parse(request.query ?? '');
}
