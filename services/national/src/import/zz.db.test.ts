import { caseFacts } from '@registry-hub/shared/testing';
import { openTestRegistry, writeBundle } from '../testing';
import { parseBundle } from '../intake';
import { checkBundle } from '../validation';
import { loadExistingRegistry } from './existing-registry';
test('speed', async () => {
  const registry = await openTestRegistry();
  const centers = [{ centerCode: 'FR-001', name: 'Poitiers' }];
  const cases = Array.from({ length: 5000 }, (_, i) => caseFacts({ patient: { patientCode: `FR-001-${String(i).padStart(5, '0')}`, lastContactOn: '2005-02-20', birthMonth: `${1900 + (i % 80)}-0${1 + (i % 9)}` as never, sex: i % 2 ? 'F' : 'M' }, mutations: [{}], adverseEvents: [{}] }));
  const time = async <T>(name: string, work: () => Promise<T> | T): Promise<T> => { const t = performance.now(); const r = await work(); process.stderr.write(`${name} ${Math.round(performance.now() - t)} ms\n`); return r; };
  await time('first', () => registry.importCases(centers, cases));
  const files = writeBundle(centers, cases);
  const bundle = await time('parse', () => parseBundle(files, 'FR'));
  const existing = await time('load', () => loadExistingRegistry(registry.dataSource.manager, bundle));
  await time('check', () => checkBundle(bundle, existing, { country: 'FR', today: '2026-11-21' }));
  await time('whole', () => registry.importCases(centers, cases));
  await registry.close();
}, 600000);
