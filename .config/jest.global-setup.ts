import { createServer } from 'node:http';
import { startThrowAwayServer, type ThrowAwayServer } from '../services/hub/src/postgres';

/**
 * Lets the tests of a run share one PostgreSQL, started when the first of them asks for it: a run without such tests starts none.
 * `POST` to TEST_DATABASE_STARTER answers with the server's URL, `DELETE` ends the server. With TEST_DATABASE_URL set, that one is used.
 */
export default async function offerTestDatabase(): Promise<void> {
  if (process.env['TEST_DATABASE_URL'] !== undefined) return;
  let started: Promise<ThrowAwayServer> | undefined;
  const starter = createServer((request, response) => {
    response.setHeader('connection', 'close');
    const answer = request.method === 'DELETE' ? stop() : start().then(({ adminUrl }) => adminUrl);
    answer.then(
      (text) => response.end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  const start = (): Promise<ThrowAwayServer> => {
    started ??= startThrowAwayServer().then(destroyedOnInterrupt);
    return started;
  };
  const stop = async (): Promise<string> => {
    const server = await started?.catch(() => undefined);
    await server?.stop();
    return 'stopped';
  };
  starter.unref();
  await new Promise<void>((resolve) => starter.listen(0, '127.0.0.1', resolve));
  const address = starter.address();
  if (typeof address !== 'object' || address === null) throw new Error('The test database starter has no address.');
  process.env['TEST_DATABASE_STARTER'] = `http://127.0.0.1:${address.port}`;
}

/** Jest does not run the global teardown when it is interrupted. */
function destroyedOnInterrupt(server: ThrowAwayServer): ThrowAwayServer {
  const destroy = (signal: NodeJS.Signals): void => {
    server.destroy();
    process.kill(process.pid, signal);
  };
  process.once('SIGINT', destroy);
  process.once('SIGTERM', destroy);
  return {
    ...server,
    stop: async () => {
      process.off('SIGINT', destroy);
      process.off('SIGTERM', destroy);
      await server.stop();
    },
  };
}
