import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { Logger } from '@registry-hub/shared/server';

/** Apollo logs by plain sentences; what it tells of its own life is worth a debug line, its chatter none. */
export function apolloLogger(logger: Logger): NonNullable<ApolloServerOptions<BaseContext>['logger']> {
  return {
    debug: () => undefined,
    info: (message) => logger.debug(String(message)),
    warn: (message) => logger.warn(String(message)),
    error: (message) => logger.error(String(message)),
  };
}
