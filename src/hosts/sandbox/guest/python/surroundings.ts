import { GuestStop, type GuestBorder } from "../engine.ts";
import type { Console } from "./console.ts";
import type { Mailbox } from "./mailbox.ts";

/** All that the interpreter can ask of what is around it. */
export interface World {
  /** Milliseconds since the epoch. */
  now(): number;
  /** 32 bits. */
  random(): number;
  /** Bytes that are valid during the call only, for the console or for the driver. */
  write(stream: number, bytes: Uint8Array): void;
  /** Called again and again while code runs; may throw to stop it. */
  look(): void;
  /** The code tried to reach JavaScript; throws. */
  refuse(): never;
  /** The interpreter gave itself up; throws. */
  abort(): never;
  /** Makes the memory at least that large; whether it could. */
  grow(bytes: number): boolean;
}

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

/**
 * @param driverStream by which the prelude speaks to the driver; every other one is the console.
 * @param growTo makes the memory at least that large; whether it could.
 */
export function openSurroundings(driverStream: number, growTo: (bytes: number) => boolean): Surroundings {
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
      const isGrown = growTo(bytes);
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
