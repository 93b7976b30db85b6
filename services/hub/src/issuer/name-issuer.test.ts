import { createServer } from 'node:net';
import { portOf, servedIssuer, unservedIssuer } from './name-issuer';

describe('the name of a development issuer', () => {
  it('that is served is its address, and stays from start to start', async () => {
    const first = await servedIssuer(undefined);
    expect(first).toBe(`http://127.0.0.1:${portOf(first)}`);
    expect(portOf(first)).toBeGreaterThan(0);
    expect(await servedIssuer(first)).toBe(first);
  });

  it('changes when somebody else listens there', async () => {
    const name = await servedIssuer(undefined);
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(portOf(name), '127.0.0.1', resolve));
    expect(await servedIssuer(name)).not.toBe(name);
    await new Promise((resolve) => other.close(resolve));
  });

  it('that was not served can not be served', async () => {
    expect(await servedIssuer(await unservedIssuer(undefined))).toMatch(/^http:\/\/127\.0\.0\.1:/);
  });

  it("that is not served is nobody else's, and stays", async () => {
    const name = await unservedIssuer(undefined);
    expect(name).toMatch(/^https:\/\/[0-9a-f-]{36}\.registry-hub\.invalid$/);
    expect(await unservedIssuer(name)).toBe(name);
    expect(await unservedIssuer(undefined)).not.toBe(name);
  });
});
