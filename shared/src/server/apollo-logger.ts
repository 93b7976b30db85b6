import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { Logger } from './logger';

/** Apollo logs by plain sentences; its chatter is kept for debugging. */
export function apolloLogger(logger: Logger): NonNullable<ApolloServerOptions<BaseContext>['logger']> {
  return {
    debug: () => undefined,
    info: (message) => logger.debug(String(message)),
    warn: (message) => logger.warn(String(message)),
    error: (message) => logger.error(String(message)),
  };
}
