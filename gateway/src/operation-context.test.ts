import type { IncomingMessage } from 'node:http';
import { loadSuppressionSolver } from '@registry-hub/shared/disclosure';
import { commonDisclosureSettings } from '@registry-hub/shared/domain';
import { createLogger } from '@registry-hub/shared/server';
import { PlanMemory } from '@registry-hub/shared/statistics';
import { CountryClients, countryTimings } from './countries';
import { KnownAnswers } from './europe';
import { operationContext } from './operation-context';
import { FakeTransport } from './testing/fake-transport';
import { forgetfulMemory } from './testing/forgetful-memory';

const clients = new CountryClients({
  openTransport: () => new FakeTransport(),
  timings: countryTimings,
  now: Date.now,
  logger: createLogger('test', 'silent'),
});
const caller = { subject: 'anna', roles: ['LEAD'] as const };
let create: ReturnType<typeof operationContext>;

beforeAll(async () => {
  create = operationContext({
    countries: clients,
    signQuestion: async () => 'signature',
    known: new KnownAnswers(),
    plans: new PlanMemory(),
    solver: await loadSuppressionSolver(),
    clock: () => new Date(0),
    hubSettings: commonDisclosureSettings,
    memory: forgetfulMemory(),
  });
});

const request = (headers: IncomingMessage['headers']) => ({ headers }) as IncomingMessage;

describe("an operation's context", () => {
  it('holds the caller and his token', () => {
    expect(create(request({ authorization: 'Bearer good' }), caller)).toMatchObject({
      caller,
      authorization: 'Bearer good',
      countries: clients,
    });
  });

  it.each([
    ['keeps a request id', 'proxy-0001', 'proxy-0001'],
    ['makes one where there is none', undefined, expect.stringMatching(/^[\da-f-]{36}$/)],
    ['makes one where it could spoil a log', 'a\nb', expect.stringMatching(/^[\da-f-]{36}$/)],
    ['makes one where it is too long', 'a'.repeat(65), expect.stringMatching(/^[\da-f-]{36}$/)],
  ])('%s', (_, given, requestId) => {
    const headers = { authorization: 'Bearer good', ...(given === undefined ? {} : { 'x-request-id': given }) };
    expect(create(request(headers), caller).requestId).toEqual(requestId);
  });
});
