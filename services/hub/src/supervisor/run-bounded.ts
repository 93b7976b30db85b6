export type Task<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Runs the tasks, at most so many at a time. At the first failure the others are told to stop through their signal; it rejects, with
 * that failure, only when every one has settled: nothing goes on behind the caller's back.
 *
 * @returns the results, in the order of the tasks.
 */
export async function runBounded<R extends readonly unknown[]>(
  tasks: { readonly [K in keyof R]: Task<R[K]> },
  limit: number,
  signal: AbortSignal,
): Promise<R> {
  const failure = new AbortController();
  const either = AbortSignal.any([signal, failure.signal]);
  const results: unknown[] = [];
  const queue = [...tasks.entries()];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined && !either.aborted; next = queue.shift()) {
      const [index, task] = next;
      try {
        results[index] = await task(either);
      } catch (error) {
        // only the first abort counts: it keeps its reason
        failure.abort(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, limit) }, worker));
  signal.throwIfAborted();
  failure.signal.throwIfAborted();
  return results as readonly unknown[] as R;
}
