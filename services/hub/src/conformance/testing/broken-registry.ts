import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { standardSchema } from '@registry-hub/shared/domain';

const FRANCE = { code: 'FR', name: 'France' };
const LEAK = `QueryFailedError: SELECT code FROM patients WHERE code = 'FR-001-0001'
    at Client.query (/srv/registry/node_modules/pg/lib/client.js:526:17)`;
const released = (value: number): object => ({ value, suppressed: false });

export interface BrokenRegistry {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A registry that does many things wrong: it lets in everybody, tells everybody everything, small cells as well, stores what should be
 * refused, has a schema with a field less and one that is not its own, and errors that tell of its inside.
 */
export async function openBrokenRegistry(): Promise<BrokenRegistry> {
  const sdl = standardSchema(readFileSync(require.resolve('@registry-hub/national/schema.graphql'), 'utf8'), FRANCE)
    .replace(/^ {2}revision: Int!$/m, '')
    .replace('type Query {', 'type Query {\n  germany: France');
  const server = createServer((request, response) => {
    const send = (status: number, body: object): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url !== '/graphql') return send(404, {});
    void json(request).then((body) => {
      const { query } = body as { query: string };
      const known = answers(sdl).find(([pattern]) => pattern.test(query));
      if (known) send(200, { data: known[1] });
      else send(200, { errors: [{ message: LEAK, extensions: { code: 'KABOOM' } }] });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answers(sdl: string): readonly (readonly [query: RegExp, data: object])[] {
  const registry = (data: object): object => ({ france: { registry: data } });
  const report = { stored: true, rows: 20, patients: 3, dataQueriesRaised: 0, problems: [] };
  return [
    [/_service/, { _service: { sdl } }],
    [/\{ france \{ code( name)? \} \}/, { france: FRANCE }],
    [/importBundle/, { france: { done: report } }],
    [/centers?\(code/, registry({ center: null })],
    [/revision/, registry({ revision: 7, registeredCases: 40 })],
    [/patients \{ totalCount/, registry({ patients: { totalCount: 40 } })],
    [
      /cohort\(filter: \{ registry: ALL/,
      registry({
        cohort: {
          size: released(40),
          disclosure: { threshold: 5, minimumCountries: 3, extremesReleased: false, note: '' },
          sex: {
            rows: [{ value: 'F', count: 3, percent: 107.5, suppressed: false }],
            total: released(3),
            missing: { value: 2, suppressed: true },
          },
        },
      }),
    ],
  ];
}
