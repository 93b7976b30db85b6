/**
 * Runs the tasks, at most so many at a time. At the first failure the others are told to stop through their signal; it rejects, with
 * that failure, only when every one has settled: nothing goes on behind the caller's back.
 */
export async function runBounded(
  tasks: readonly ((signal: AbortSignal) => Promise<void>)[],
  limit: number,
  signal: AbortSignal,
): Promise<void> {
  const failure = new AbortController();
  const either = AbortSignal.any([signal, failure.signal]);
  const queue = [...tasks];
  const worker = async (): Promise<void> => {
    for (let task = queue.shift(); task !== undefined && !either.aborted; task = queue.shift()) {
      // only the first abort counts: it keeps its reason
      await task(either).catch((error: unknown) => failure.abort(error));
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, limit) }, worker));
  signal.throwIfAborted();
  failure.signal.throwIfAborted();
}
