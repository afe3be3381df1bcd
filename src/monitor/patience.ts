/**
 * The work's result, or the signal's reason once it aborts and `grace` is over: nobody waits for a model or a tool that does
 * not listen. What comes too late is dropped.
 */
export function orAborted<T>(
  work: Promise<T>,
  signal: AbortSignal,
  grace: () => Promise<void> = () => Promise.resolve(),
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => void grace().then(() => reject(signal.reason), reject);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

/** The same for what arrives in pieces. */
export async function* untilAborted<T>(pieces: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const reader = pieces[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await orAborted(reader.next(), signal);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    // One that hangs would never finish this either.
    void reader.return?.().catch(() => undefined);
  }
}
