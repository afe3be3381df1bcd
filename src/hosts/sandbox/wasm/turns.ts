import { ByteReader } from "./bytes.ts";
import { readOperator } from "./operator.ts";

/** What is to be paid for in a body. */
export interface Turn {
  /** Where a turn of a loop begins anew: a jump back to it or, where a table of jumps leads there, the loop's own beginning. */
  readonly operator: "loop" | "jump" | "jumpIf" | "bulk" | "grow";
  /** Where the instruction begins and ends. */
  readonly start: number;
  readonly end: number;
  /** How many blocks a jump leaves. */
  readonly label: number;
  readonly loop: Loop | undefined;
}

export interface Loop {
  /** A table of jumps leads back to it. */
  isTabled: boolean;
  /** It holds a call or another loop. */
  isBusy: boolean;
}

/** Reads a body to its end. */
export function turnsOf(reader: ByteReader): Turn[] {
  const found: Turn[] = [];
  /** One for each block around: the loop that it is, if it is one. */
  const blocks: (Loop | undefined)[] = [];
  while (reader.at < reader.bytes.length) {
    const start = reader.at;
    const operator = readOperator(reader);
    const turn = { start, end: reader.at };
    switch (operator) {
      case "bulk":
      case "call":
        for (const loop of blocks) if (loop) loop.isBusy = true;
        if (operator === "bulk") found.push({ operator, ...turn, label: 0, loop: undefined });
        break;
      case "grow":
        found.push({ operator, ...turn, label: 0, loop: undefined });
        break;
      case "loop": {
        for (const loop of blocks) if (loop) loop.isBusy = true;
        const loop = { isTabled: false, isBusy: false };
        blocks.push(loop);
        found.push({ operator, ...turn, label: 0, loop });
        break;
      }
      case "block":
        blocks.push(undefined);
        break;
      case "end":
        blocks.pop();
        break;
      case "jump":
      case "jumpIf": {
        const label = new ByteReader(reader.bytes, start + 1).u32();
        const loop = blocks.at(-1 - label);
        if (loop) found.push({ operator, ...turn, label, loop });
        break;
      }
      case "jumpTable":
        for (const label of labelsAt(reader.bytes, start + 1)) markTabled(blocks.at(-1 - label));
    }
  }
  return found.filter(({ operator, loop }) => loop === undefined || loop.isTabled === (operator === "loop"));
}

function markTabled(loop: Loop | undefined): void {
  if (loop) loop.isTabled = true;
}

function labelsAt(bytes: Uint8Array, at: number): number[] {
  const reader = new ByteReader(bytes, at);
  return Array.from({ length: reader.u32() + 1 }, () => reader.u32());
}
