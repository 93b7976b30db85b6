import { type ExecutionResult, GraphQLError } from 'graphql';

/** What a gateway's executor returns. */
export type GatewayResult = ExecutionResult<Record<string, unknown>, Record<string, unknown>>;

/**
 * Puts a gateway's result right: one error for each place and reason, though several fetches may report it, and no null
 * without an error. Where a country leaves out what it must not, the gateway only tells so in an extension.
 */
export function settleResult({ extensions, ...result }: GatewayResult): GatewayResult {
  const { valueCompletion, ...kept } = extensions ?? {};
  const incomplete = Array.isArray(valueCompletion) ? valueCompletion.filter((error) => error instanceof GraphQLError) : [];
  const errors = withoutRepeats([...(result.errors ?? []), ...incomplete]);
  return {
    ...result,
    ...(errors.length > 0 ? { errors } : {}),
    ...(Object.keys(kept).length > 0 ? { extensions: kept } : {}),
  };
}

function withoutRepeats(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  const told = new Map(errors.map((error) => [JSON.stringify([error.path, error.extensions?.['code'], error.message]), error]));
  return [...told.values()];
}
