import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';

const SOURCES = join(__dirname, '..', 'supergraph');
/** Below the packages, so that what the worker requires is found. */
const PACKAGES = join(__dirname, '..', '..', '..', 'node_modules');

/** The composing thread's entry as JavaScript, which a thread needs: the tests' own loader doesn't reach into it. */
export function compileWorker(): { readonly file: string; remove(): void } {
  const folder = mkdtempSync(join(PACKAGES, '.compose-worker-'));
  for (const name of ['compose-supergraph', 'compose-worker']) {
    const { code } = transformFileSync(join(SOURCES, `${name}.ts`), {
      swcrc: false,
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    writeFileSync(join(folder, `${name}.js`), code);
  }
  return { file: join(folder, 'compose-worker.js'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
