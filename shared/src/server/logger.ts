import pino, { type Logger } from 'pino';

export type { Logger } from 'pino';

/** A process's log: one JSON object a line on standard output. Credentials never reach it. */
export function createLogger(part: string, level: string): Logger {
  return pino({
    level,
    base: { part },
    redact: { paths: ['authorization', '*.authorization', 'headers', '*.headers', 'token', '*.token'], remove: true },
  });
}
