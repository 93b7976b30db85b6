import { type CountryContacts, statusOf } from './country-status';

const NOW = 100_000;
const up = { at: NOW - 1000, ready: true };
const down = { at: NOW - 1000, fault: 'UNREACHABLE' } as const;

describe("a country's status", () => {
  it.each<[string, CountryContacts, string, string | undefined]>([
    ['never asked', {}, 'DOWN', 'The registry was not asked yet.'],
    ['probed with success', { probe: up }, 'UP', undefined],
    ['probed in vain', { probe: down }, 'DOWN', 'The registry does not answer.'],
    ['not ready', { probe: { ...up, ready: false } }, 'DEGRADED', 'The registry answers that it is not ready.'],
    ['asked with success after a probe in vain', { probe: down, traffic: { at: NOW } }, 'UP', undefined],
    [
      'unreachable after a probe with success',
      { probe: up, traffic: { at: NOW, fault: 'UNREACHABLE' } },
      'DOWN',
      'The registry does not answer.',
    ],
    ['probed with success after it was unreachable', { probe: up, traffic: { at: NOW - 2000, fault: 'UNREACHABLE' } }, 'UP', undefined],
    [
      'late with an answer, but probed with success',
      { probe: up, traffic: { at: NOW, fault: 'TIMEOUT' } },
      'DEGRADED',
      'The registry answered a request too late.',
    ],
    [
      'late with an answer, and probed in vain',
      { probe: down, traffic: { at: NOW, fault: 'TIMEOUT' } },
      'DOWN',
      'The registry does not answer.',
    ],
    [
      'garbled',
      { probe: up, traffic: { at: NOW - 2000, fault: 'ERROR' } },
      'DEGRADED',
      'The registry gave an answer that can not be used.',
    ],
    ['garbled long ago', { probe: up, traffic: { at: NOW - 40_000, fault: 'ERROR' } }, 'UP', undefined],
    ['of a schema that does not fit', { probe: up, schemaProblem: 'An older schema is in use.' }, 'DEGRADED', 'An older schema is in use.'],
    [
      'down, its schema not fitting either',
      { probe: down, schemaProblem: 'An older schema is in use.' },
      'DOWN',
      'The registry does not answer.',
    ],
  ])('when %s', (_, contacts, state, message) => {
    const status = statusOf(contacts, NOW);
    expect([status.state, status.message]).toEqual([state, message]);
  });

  it('tells the latest contact, the latest round trip and the version', () => {
    expect(statusOf({ probe: up, traffic: { at: NOW }, latencyMs: 3, version: '1.2.3' }, NOW)).toEqual({
      state: 'UP',
      checkedAt: new Date(NOW),
      latencyMs: 3,
      version: '1.2.3',
    });
  });

  it('leaves out what is not known', () => {
    expect(statusOf({}, NOW)).toEqual({ state: 'DOWN', message: 'The registry was not asked yet.' });
  });
});
