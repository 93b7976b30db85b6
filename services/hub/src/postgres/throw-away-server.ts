import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExitGuard } from '../processes';
import { prepareEmbeddedServer } from './embedded-server';

/** A server that lives as long as one test run. */
export interface ThrowAwayServer {
  /** The superuser's. */
  readonly adminUrl: string;
  /** Ends the server and deletes its data. */
  stop(): Promise<void>;
  /** The same at once, without waiting for a clean end: safe in an exit handler. */
  destroy(): void;
}

/** Starts a PostgreSQL in a temporary folder. */
export async function startThrowAwayServer(): Promise<ThrowAwayServer> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-hub-postgres-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    chmodSync(folder, 0o711);
    const guard = new ExitGuard();
    const { signal } = new AbortController();
    const options = {
      folder: join(folder, 'server'),
      logFile: join(folder, 'server.log'),
      password: randomBytes(24).toString('base64url'),
      durable: false,
      guard,
    };
    const { adminUrl, launch } = await prepareEmbeddedServer(options, signal);
    const server = await launch(signal);
    return {
      adminUrl,
      stop: async () => {
        await server.stop();
        remove();
      },
      destroy: () => {
        guard.endAll();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
