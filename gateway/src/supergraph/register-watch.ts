import { unwatchFile, watchFile } from 'node:fs';
import { type CountryRegister, readRegister } from '@registry-hub/shared/register';
import type { Logger } from '@registry-hub/shared/server';

/** The register's file is looked at so often. By its state and not by events: it is replaced, not written to. */
const LOOK_EVERY_MS = 250;

/** Reads the register and calls back when it has changed; one that can't be read is logged, and the last one stays. */
export function watchRegister(file: string, onChange: (register: CountryRegister) => void, logger: Logger): () => void {
  const look = (): void => {
    try {
      onChange(readRegister(file));
    } catch (error) {
      logger.error({ reason: error instanceof Error ? error.message : String(error) }, 'country register not read, the last one stays');
    }
  };
  watchFile(file, { interval: LOOK_EVERY_MS, persistent: false }, look);
  return () => unwatchFile(file, look);
}
