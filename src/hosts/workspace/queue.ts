/** Work that must not overlap: each piece begins when the one before it has ended, well or badly. */
export interface Queue {
  enter<T>(work: () => Promise<T>): Promise<T>;
}

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    enter(work) {
      const done = last.then(work, work);
      last = done.catch(() => undefined);
      return done;
    },
  };
}
