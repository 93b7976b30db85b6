import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type ExitGuard, findFreePort, type Launch } from '../processes';
import { clusterFolder, initialiseCluster, SUPERUSER } from './initialise-cluster';
import { serverLaunch } from './launch-server';
import { findPostgresBinaries } from './postgres-binaries';
import { chooseAccount } from './server-account';
import { findSetpriv } from './setpriv';

export interface EmbeddedServerOptions {
  /** The server's own folder; it is handed to the account that the server runs as. */
  readonly folder: string;
  readonly logFile: string;
  /** The superuser's. Kept by the caller: the cluster is bound to the one it was made with. */
  readonly password: string;
  /** False for data nobody will miss. */
  readonly durable: boolean;
  readonly guard: ExitGuard;
}

/** A PostgreSQL of our own that is ready to be started, on a port that stays the same however often it is. */
export interface EmbeddedServer {
  readonly adminUrl: string;
  readonly launch: Launch;
}

const HOST = '127.0.0.1';

/**
 * Prepares PostgreSQL from the npm package: makes its cluster at the first time, chooses the account and a free port.
 *
 * @throws OperatorError when there is none for this machine, or no account that it could run as.
 */
export async function prepareEmbeddedServer(options: EmbeddedServerOptions, signal: AbortSignal): Promise<EmbeddedServer> {
  const { initdb, postgres } = findPostgresBinaries();
  mkdirSync(options.folder, { recursive: true, mode: 0o755 });
  const account = chooseAccount([dirname(initdb), options.folder]);
  const setpriv = findSetpriv();
  await initialiseCluster(options.folder, options.password, { initdb, account, setpriv }, signal);
  const port = await findFreePort(HOST);
  // settings of the environment, such as PGSSLMODE, are meant for other servers
  const adminUrl = `postgresql://${SUPERUSER}:${encodeURIComponent(options.password)}@${HOST}:${port}/postgres?sslmode=disable`;
  const { logFile, durable, guard } = options;
  const cluster = clusterFolder(options.folder);
  return { adminUrl, launch: serverLaunch({ postgres, cluster, host: HOST, port, adminUrl, logFile, durable, account, setpriv, guard }) };
}
