import { setTimeout as delay } from 'node:timers/promises';
import { runBounded } from './run-bounded';

const { signal } = new AbortController();

test('results come in the order of the tasks, and no more run at a time than allowed', async () => {
  let running = 0;
  let most = 0;
  const tasks = [30, 5, 20, 1].map((ms) => async () => {
    running += 1;
    most = Math.max(most, running);
    await delay(ms);
    running -= 1;
    return ms;
  });
  await expect(runBounded(tasks, 2, signal)).resolves.toEqual([30, 5, 20, 1]);
  expect(most).toBe(2);
});

test('at the first failure the others are told to stop, none is begun, and all have settled before it rejects', async () => {
  const seen: string[] = [];
  const tasks = [
    async () => {
      throw new Error('first');
    },
    async (one: AbortSignal) => {
      await delay(10_000, undefined, { signal: one }).catch(() => undefined);
      await delay(5);
      seen.push('settled');
      throw new Error('second');
    },
    async () => void seen.push('begun'),
  ];
  await expect(runBounded(tasks, 2, signal)).rejects.toThrow('first');
  expect(seen).toEqual(['settled']);
});

test('called off from outside, it rejects with that reason', async () => {
  const stop = new AbortController();
  const run = runBounded([(one: AbortSignal) => delay(10_000, undefined, { signal: one })], 1, stop.signal);
  stop.abort(new Error('enough'));
  await expect(run).rejects.toThrow('enough');
});
