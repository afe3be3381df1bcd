import { GuestStop, type GuestBorder } from "../engine.ts";
import type { Console } from "./console.ts";
import type { Mailbox } from "./mailbox.ts";
import { growTo, type World } from "./world.ts";

/** What belongs to one run. */
interface Run {
  readonly border: GuestBorder;
  readonly console: Console;
  readonly mailbox: Mailbox;
  /** The next 32 random bits. */
  readonly draw: () => number;
}

/** The world of one interpreter, which may be opened before it is known for which run. */
export interface Surroundings {
  readonly world: World;
  /** From now on it is that run's: its deadline, dice and console. */
  begin(run: Run): void;
  /** Whether memory was refused to it. */
  readonly isFull: () => boolean;
}

const driverStream = 2;

export function openSurroundings(memory: WebAssembly.Memory): Surroundings {
  let run: Run | undefined;
  let isFull = false;
  const world: World = {
    now: () => Date.now(),
    random: () => run?.draw() ?? 0,
    write: (stream, bytes) => (stream === driverStream ? run?.mailbox : run?.console)?.write(bytes),
    look() {
      if (run === undefined || !run.border.mustStop()) return;
      run.console.finish();
      throw new GuestStop({ how: "interrupted" });
    },
    refuse() {
      throw new GuestStop({ how: "thrown", message: "This code may not reach JavaScript.", isDenial: true });
    },
    abort() {
      throw new GuestStop({ how: "broken" });
    },
    grow(bytes) {
      const isGrown = growTo(memory, bytes);
      isFull ||= !isGrown;
      return isGrown;
    },
  };
  return {
    world,
    begin(next) {
      run = next;
    },
    isFull: () => isFull,
  };
}
