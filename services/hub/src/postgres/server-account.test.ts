import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseAccount, commandUnder, type ServerAccount } from './server-account';

const postgres = { name: 'postgres', uid: 101, gid: 104 };
const setpriv = { program: '/usr/bin/setpriv', deathSignal: true };
const oldSetpriv = { ...setpriv, deathSignal: false };

describe('chooseAccount', () => {
  let folder: string;
  let passwd: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hub-account-'));
    chmodSync(folder, 0o755);
    passwd = join(folder, 'passwd');
    writeFileSync(
      passwd,
      'root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65534:nobody:/:/usr/sbin/nologin\npostgres:x:101:104:,,,:/:/bin/bash\n',
    );
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  test('an ordinary user runs the server as himself', () => {
    expect(chooseAccount([folder], 1000, passwd)).toEqual({ kind: 'SELF' });
  });

  test('root runs it as the user "postgres"', () => {
    expect(chooseAccount([folder], 0, passwd)).toEqual({ kind: 'USER', user: postgres, closedFolders: false });
  });

  test('or as "nobody", where there is no such user', () => {
    writeFileSync(passwd, 'nobody:x:65534:65534:nobody:/:/usr/sbin/nologin\n');
    expect(chooseAccount([folder], 0, passwd)).toMatchObject({ user: { name: 'nobody', uid: 65534, gid: 65534 } });
  });

  test('without either there is one sentence', () => {
    writeFileSync(passwd, 'root:x:0:0:root:/root:/bin/bash\n');
    expect(() => chooseAccount([folder], 0, passwd)).toThrow(/does not run as root, and there is no system user/);
  });

  test('a folder that shuts the user out is noticed, above the given one too', () => {
    const inner = join(folder, 'closed', 'inner');
    mkdirSync(inner, { recursive: true });
    chmodSync(join(folder, 'closed'), 0o700);
    expect(chooseAccount([folder, inner], 0, passwd)).toMatchObject({ closedFolders: true });
  });
});

function withSetpriv(options: readonly string[]) {
  return { file: '/usr/bin/setpriv', args: [...options, '/bin/initdb', '-D', 'x'], owner: {} };
}

describe('commandUnder', () => {
  const self: ServerAccount = { kind: 'SELF' };
  const user: ServerAccount = { kind: 'USER', user: postgres, closedFolders: false };
  const shutOut: ServerAccount = { ...user, closedFolders: true };
  const change = ['--reuid=101', '--regid=104', '--clear-groups'];
  const crossing = ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const plain = { file: '/bin/initdb', args: ['-D', 'x'] };

  test.each([
    ['oneself, without setpriv', self, undefined, { ...plain, owner: {} }],
    ['oneself, with a setpriv that knows no death signal', self, oldSetpriv, { ...plain, owner: {} }],
    ['oneself, ended with its parent', self, setpriv, withSetpriv(['--pdeathsig', 'INT'])],
    ['another user, without setpriv', user, undefined, { ...plain, owner: { uid: 101, gid: 104 } }],
    ['another user, ended with its parent', user, setpriv, withSetpriv([...change, '--pdeathsig', 'INT'])],
    ['another user across closed folders', shutOut, setpriv, withSetpriv([...change, '--pdeathsig', 'INT', ...crossing])],
    ['the same with an old setpriv', shutOut, oldSetpriv, withSetpriv([...change, ...crossing])],
  ])('%s', (_name, account, tool, command) => {
    expect(commandUnder(account, tool, '/bin/initdb', ['-D', 'x'])).toEqual(command);
  });

  test('another user across closed folders, without setpriv, is told in one sentence', () => {
    expect(() => commandUnder(shutOut, undefined, '/bin/initdb', [])).toThrow(/"postgres" can't enter the folders/);
  });
});
