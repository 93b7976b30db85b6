import type { ApolloServerPlugin } from '@apollo/server';
import type { OperationDefinitionNode } from 'graphql';
import { toGraphQLError } from '../present-error';
import { operationCost } from './operation-cost';
import { tooComplex } from './too-complex';
import { hasVaryingCost } from './varying-cost';

/** Refuses operations that cost more than this, before they are planned or carried out. */
export function costPlugin(most: number): ApolloServerPlugin {
  const cheap = new WeakSet<OperationDefinitionNode>();
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request: { variables = {} } }) => {
        if (operation === undefined || cheap.has(operation)) return;
        const cost = operationCost({ schema, document, operation, variables });
        if (cost === undefined) return;
        if (cost > most) throw toGraphQLError(tooComplex('points of cost', most, cost));
        // the server keeps a document that it has validated: weighing it takes longer than many an answer
        if (!hasVaryingCost(document)) cheap.add(operation);
      },
    }),
  };
}
