import { RunningHub } from '../testing/running-hub';

interface PooledSize {
  europe: { cohort: { size: { value: number }; coverage: { complete: boolean } } };
}

const POOLED_SIZE = '{ europe { cohort { size { value } coverage { complete } } } }';
const ALL_CASES = { europe: { cohort: { size: { value: 378 }, coverage: { complete: true } } } };
const HUB_START_MS = 90_000;

describe('replacing keys of a running hub', () => {
  let hub: RunningHub;
  beforeAll(async () => {
    hub = await RunningHub.start();
  }, HUB_START_MS);
  afterAll(() => hub.discard(), HUB_START_MS);

  const pids = () => hub.state.parts.map(({ name, pid }) => [name, pid]);
  const size = (token: string) => hub.query<PooledSize>(token, POOLED_SIZE);

  it('keeps every answer whole, and restarts nothing', async () => {
    const token = await hub.token('--role', 'lead');
    const before = pids();
    const answers: unknown[] = [];
    const rotated = new AbortController();
    const ask = async (): Promise<void> => {
      while (!rotated.signal.aborted) answers.push((await size(token)).data);
    };
    const asking = [ask(), ask()];
    for (const words of [['--hub'], ['--hub', '--identity'], ['--hub', '--announce'], ['--hub']]) {
      expect(await hub.command('rotate-keys', ...words)).toMatchObject({ exitCode: 0, stderr: '' });
    }
    rotated.abort();
    await Promise.all(asking);
    expect(answers.length).toBeGreaterThan(4);
    for (const answer of answers) expect(answer).toEqual(ALL_CASES);
    expect(pids()).toEqual(before);
  });

  it('has the new keys in use: what the old ones signed can be refused', async () => {
    const old = await hub.token('--role', 'lead');
    expect(await hub.command('rotate-keys', '--hub', '--identity', '--revoke')).toMatchObject({ exitCode: 0 });
    expect((await size(old)).errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect((await size(await hub.token('--role', 'lead'))).data).toEqual(ALL_CASES);
  });
});
