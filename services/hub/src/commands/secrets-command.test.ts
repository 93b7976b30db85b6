import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command';

const COMPOSE_FILE = join(__dirname, '../../../../docker-compose.yml');

describe('hub secrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  async function secrets(): Promise<string[]> {
    const lines: string[] = [];
    const write = (line: string): void => void lines.push(line);
    const context = { environment: {}, out: write, err: write, findServices: () => ({ national: '', gateway: '', identity: '' }) };
    const code = await runCommand(['secrets', folder], { ...context, stopSignal: () => new AbortController().signal });
    expect(code).toBe(0);
    return lines;
  }

  it('makes every file that docker-compose.yml mounts, in a folder for its owner alone', async () => {
    expect(await secrets()).toEqual([expect.stringMatching(/^OIDC_ISSUER=https:\/\//)]);
    const mounted = [...readFileSync(COMPOSE_FILE, 'utf8').matchAll(/file: \$\{HUB_SECRETS:-[^}]+\}\/(.+)/g)].map(([, name]) => name ?? '');
    expect(mounted).toHaveLength(4 + 2 + 3 * 9);
    for (const name of mounted) expect(readFileSync(join(folder, name), 'utf8')).not.toBe('');
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it('keeps what is there', async () => {
    const before = readFileSync(join(folder, 'database-url-fr'), 'utf8');
    await secrets();
    expect(readFileSync(join(folder, 'database-url-fr'), 'utf8')).toBe(before);
  });
});
