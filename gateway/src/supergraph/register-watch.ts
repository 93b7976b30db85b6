import { stat } from 'node:fs/promises';
import { type CountryRegister, readRegister } from '@registry-hub/shared/register';
import type { Logger } from '@registry-hub/shared/server';

/** The register's file is looked at so often, in milliseconds; it is replaced and not written to, also over a network. */
const LOOK_EVERY_MS = 250;

/**
 * Calls back when the register has become another than the one given, and each time after; one that can't be read is
 * logged, and the last one stays. Returns how to stop. Keeps no process alive.
 */
export function watchRegister(
  file: string,
  since: CountryRegister,
  onChange: (register: CountryRegister) => void,
  logger: Logger,
): () => void {
  let lastRead = JSON.stringify(since);
  let lastSeen: string | undefined;
  let lastFault: string | undefined;
  const look = async (): Promise<void> => {
    try {
      const { mtimeMs, ino, size } = await stat(file);
      const seen = `${mtimeMs} ${ino} ${size}`;
      if (seen === lastSeen) return;
      lastSeen = seen;
      const register = readRegister(file);
      const read = JSON.stringify(register);
      if (read === lastRead) return;
      lastRead = read;
      lastFault = undefined;
      onChange(register);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== lastFault) logger.error({ reason }, 'country register not read, the last one stays');
      lastFault = reason;
    }
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS).unref();
  return () => clearInterval(timer);
}
