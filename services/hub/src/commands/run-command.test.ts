import { runCommand } from './run-command';

describe('a hub command', () => {
  it.each([
    [{ TLS_CLIENT_CERT_FILE: '/nowhere/hub.pem' }, 'TLS_CLIENT_CERT_FILE and TLS_CLIENT_KEY_FILE: expected both, or neither.'],
    [{ TLS_CA_FILE: '/nowhere/ca.pem' }, "TLS_CA_FILE: /nowhere/ca.pem can't be read."],
  ])('ends with one sentence when the certificates it is to show do not fit: %j', async (environment, sentence) => {
    const told: string[] = [];
    const exitCode = await runCommand(['status'], {
      environment,
      out: (line) => told.push(line),
      err: (line) => told.push(line),
      findServices: () => ({ national: '', gateway: '' }),
      stopSignal: () => new AbortController().signal,
    });
    expect([exitCode, told]).toEqual([1, [sentence]]);
  });
});
