/** An async iterable fed by a worker that starts at the first read. A failure of the worker ends the iteration with it. */
export function createStream<T>(work: (emit: (item: T) => void) => Promise<void>): AsyncIterable<T> {
  return {
    [Symbol.asyncIterator]() {
      const queue: T[] = [];
      let wake: (() => void) | undefined;
      let ended = false;
      let failure: { readonly reason: unknown } | undefined;
      let started = false;
      const notify = (): void => {
        wake?.();
        wake = undefined;
      };
      const start = (): void => {
        started = true;
        work((item) => {
          queue.push(item);
          notify();
        })
          .catch((reason: unknown) => {
            failure = { reason };
          })
          .finally(() => {
            ended = true;
            notify();
          });
      };
      return {
        async next(): Promise<IteratorResult<T>> {
          if (!started) start();
          for (;;) {
            const item = queue.shift();
            if (item !== undefined) return { done: false, value: item };
            if (ended) {
              if (failure !== undefined) throw failure.reason;
              return { done: true, value: undefined };
            }
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          }
        },
      };
    },
  };
}
