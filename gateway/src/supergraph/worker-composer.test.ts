import { compileWorker } from '../testing/compiled-worker';
import { createWorkerComposer } from './worker-composer';

describe('composing in a thread', () => {
  const worker = compileWorker();
  afterAll(() => worker.remove());

  it('leaves the process free meanwhile', async () => {
    const compose = createWorkerComposer(worker.file);
    const types = Array.from({ length: 200 }, (_, index) => `type T${index} { a: Int b: T${(index + 1) % 200} }`).join('\n');
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 5);
    const result = await compose([{ name: 'one', sdl: `type Query { t: T0 }\n${types}` }]);
    clearInterval(timer);
    expect(result).toEqual({ supergraph: expect.stringContaining('ONE @join__graph(name: "one", url: "registry:one")') });
    expect(ticks).toBeGreaterThan(5);
  });

  it('tells why schemas do not go together', async () => {
    const compose = createWorkerComposer(worker.file);
    const twice = ['one', 'two'].map((name) => ({
      name,
      sdl: 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3") type Query { a: Int }',
    }));
    expect(await compose(twice)).toEqual({ problems: [expect.stringContaining('Query.a')] });
    expect(await compose([{ name: 'one', sdl: 'type {' }])).toEqual({ problems: [expect.stringContaining('Syntax Error')] });
  });

  it('fails when the thread can not start', async () => {
    await expect(createWorkerComposer(`${worker.file}.lost`)([])).rejects.toThrow('lost');
  });
});
