import { ApolloGateway, type SupergraphManager } from '@apollo/gateway';
import type { ApolloServerOptions } from '@apollo/server';
import { apolloLogger, type Logger } from '@registry-hub/shared/server';
import type { GraphQLSchema } from 'graphql';
import type { EuropeContext } from '../europe';
import type { DataSource } from './incoming-fetch';
import { settleResult } from './settle-result';

/** What an Apollo Server takes for its gateway. */
export type Gateway = NonNullable<Pick<ApolloServerOptions<EuropeContext>, 'gateway'>['gateway']>;

export interface HubGatewayOptions {
  readonly supergraph: SupergraphManager;
  /** Makes the way to the subgraph of this name; `schema` gives the schema clients see, as it is then. */
  readonly dataSource: (subgraph: string, schema: () => GraphQLSchema | undefined) => DataSource;
  readonly logger: Logger;
}

/** An Apollo gateway that reports to nobody, keeps its plans to itself and settles its results. */
export function createHubGateway({ supergraph, dataSource, logger }: HubGatewayOptions): Gateway {
  // oxlint-disable-next-line node/no-process-env -- the only switch @apollo/gateway has, and its constructor reads it
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
  const gateway: ApolloGateway = new ApolloGateway({
    supergraphSdl: supergraph,
    buildService: ({ name }) => dataSource(name, () => gateway.schema),
    queryPlannerConfig: { exposeDocumentNodeInFetchNode: true },
    // it was validated when it was composed
    validateSupergraph: false,
    __exposeQueryPlanExperimental: false,
    logger: apolloLogger(logger),
  });
  return {
    load: async (options) => {
      const { executor } = await gateway.load(options);
      return { executor: async (request) => settleResult(await executor(request)) };
    },
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
  };
}
