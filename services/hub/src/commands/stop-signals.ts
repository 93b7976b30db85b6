/** One Ctrl-C may arrive twice: from the terminal, and passed on by npm. */
const SAME_PRESS_MS = 1000;

/** A signal that aborts when the process is asked to stop. A second request, not sooner than a second later, ends it at once. */
export function stopOnRequest(): AbortSignal {
  const stop = new AbortController();
  let first: number | undefined;
  const request = (): void => {
    first ??= Date.now();
    if (Date.now() - first > SAME_PRESS_MS) process.exit(1);
    stop.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, request);
  return stop.signal;
}
