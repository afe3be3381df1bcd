/** Lets another go first while this one waits for a person, and comes back behind those who are there by then. */
export type StepAside = <T>(wait: () => Promise<T>) => Promise<T>;

/** Does one thing after the other, in the order in which they come. Each comes when `arrive` lets it. */
export interface OneAtATime {
  enter<T>(arrive: () => Promise<void>, work: (stepAside: StepAside) => Promise<T>): Promise<T>;
}

export function createOneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve();

  async function take(arrive: () => Promise<void>): Promise<() => void> {
    await arrive();
    const before = last;
    let release = (): void => undefined;
    last = new Promise<void>((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  }

  return {
    async enter(arrive, work) {
      let release = await take(arrive);
      try {
        return await work(async (wait) => {
          release();
          try {
            return await wait();
          } finally {
            release = await take(arrive);
          }
        });
      } finally {
        release();
      }
    },
  };
}
