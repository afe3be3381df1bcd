import { ByteReader, i32Bytes, sizeOf, u32Bytes, type Chunks } from "./bytes.ts";
import { turnsOf } from "./turns.ts";

/** Turns of a loop between two looks at the clock: far below a millisecond of most loops. */
const turnsPerLook = 20_000;

/** Moving or filling 2 ** 9 bytes of memory counts for a turn: no loop does it, and it may be many megabytes. */
const bytesPerTurn = 9;

const [i32, mutable, i32Const, end, jump] = [0x7f, 0x01, 0x41, 0x0b, 0x0c];
const ifThen = [0x04, 0x40] as const;

/** The global that loops count down. */
export const counterGlobal = [i32, mutable, i32Const, ...i32Bytes(turnsPerLook), end];

export interface Metering {
  /** Index of the global that loops count down. */
  readonly counter: number;
  /** Index of the function that looks at the clock. */
  readonly clock: number;
  /** How many parameters each function of the module has. */
  readonly parametersOf: readonly number[];
  /** Whether instructions are let through that grow the memory. */
  readonly mayGrow: boolean;
  /** Which of the module's own functions are left as they are, for they look at the clock themselves. */
  readonly polling: readonly number[];
  /**
   * Whether the clock is looked at also in loops that hold neither a call nor another loop. Such a loop ends by itself (it goes
   * over memory) and then its turns are counted, so that whoever runs it again and again looks; a call in it would cost it its registers,
   * and a tenth of the engine's speed.
   */
  readonly looksInShort: boolean;
}

/** The code section with loops that count their turns, and blocks of memory that are paid for before they are moved. */
export function meterBodies(content: Uint8Array, metering: Metering): Chunks {
  const meter = meterCode(metering.counter, metering.clock);
  const reader = new ByteReader(content);
  const count = reader.u32();
  const chunks: (Uint8Array | readonly number[])[] = [u32Bytes(count)];
  for (let at = 0; at < count; at++) {
    const code = reader.take(reader.u32());
    const isLeft = metering.polling.includes(at);
    const parameters = metering.parametersOf[at] ?? 0;
    const body = isLeft ? [code] : meterBody(new ByteReader(code), parameters, meter, metering);
    chunks.push(u32Bytes(sizeOf(body)), ...body);
  }
  return chunks;
}

interface Meter {
  readonly turn: readonly number[];
  /** A turn without a look. */
  readonly count: readonly number[];
  /** @param length the local variable that the length may be put into. */
  readonly block: (length: number) => readonly number[];
}

function meterCode(counter: number, clock: number): Meter {
  const get = [0x23, ...u32Bytes(counter)];
  const set = [0x24, ...u32Bytes(counter)];
  const [add, subtract, shiftRight, isLess, call, drop] = [0x6a, 0x6b, 0x76, 0x48, 0x10, 0x1a];
  const refill = [i32Const, ...i32Bytes(turnsPerLook), ...set];
  const spend = (turns: readonly number[]) => [
    ...[...get, ...turns, subtract, ...set],
    ...[...get, i32Const, 0, isLess, ...ifThen, ...refill, call, ...u32Bytes(clock), drop, end],
  ];
  const [getLocal, teeLocal] = [0x20, 0x22];
  return {
    turn: spend([i32Const, 1]),
    count: [...get, i32Const, 1, subtract, ...set],
    block: (length) => [
      ...[teeLocal, ...u32Bytes(length)],
      ...spend([getLocal, ...u32Bytes(length), i32Const, bytesPerTurn, shiftRight, i32Const, 1, add]),
    ],
  };
}

/** One more local variable is put behind those that the function has. */
function meterBody(reader: ByteReader, parameters: number, meter: Meter, { mayGrow, looksInShort }: Metering): Chunks {
  const groups = reader.u32();
  let from = reader.at;
  let locals = parameters;
  for (let at = 0; at < groups; at++) {
    locals += reader.u32();
    reader.byte();
  }
  const chunks: (Uint8Array | readonly number[])[] = [u32Bytes(groups + 1), reader.since(from), [1, i32]];
  from = reader.at;
  /** What has been read so far and is kept, up to `until`; then `more`. */
  const put = (until: number, more: readonly number[], next: number) => {
    chunks.push(reader.bytes.subarray(from, until), more);
    from = next;
  };
  for (const { operator, start, end: at, label, loop } of turnsOf(reader)) {
    const turn = loop?.isBusy === false && !looksInShort ? meter.count : meter.turn;
    if (operator === "grow" && !mayGrow) throw new Error("The module grows its memory itself.");
    // Before a block is moved, while its length is the last value on the stack.
    if (operator === "bulk") put(start, meter.block(locals), start);
    else if (operator === "loop") put(at, turn, at);
    else if (operator === "jump") put(start, turn, start);
    else if (operator === "jumpIf") put(start, [...ifThen, ...turn, jump, ...u32Bytes(label + 1), end], at);
  }
  chunks.push(reader.bytes.subarray(from));
  return chunks;
}
