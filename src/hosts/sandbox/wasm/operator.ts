import type { ByteReader } from "./bytes.ts";

/** The instructions that the rewriting looks for; every other one is only passed over. */
export type Operator = "loop" | "block" | "end" | "jump" | "jumpIf" | "jumpTable" | "call" | "bulk" | "grow" | "other";

const plain = [[0x00, 0x01], [0x05], [0x0f], [0x19], [0x1a, 0x1b], [0x45, 0xc4], [0xd1]] as const;
const isPlain = new Set(
  plain.flatMap(([from, to = from]) => Array.from({ length: to - from + 1 }, (_, at) => from + at)),
);

/**
 * Passes over one instruction with its operands. Throws on one that it does not know (vectors, threads, tail calls, the newer
 * exceptions): a module that uses it is not rewritten at all.
 */
export function readOperator(reader: ByteReader): Operator {
  const code = reader.byte();
  if (isPlain.has(code)) return "other";
  if (code >= 0x28 && code <= 0x3e) return numbers(reader, 2);
  if (code >= 0x20 && code <= 0x26) return numbers(reader, 1);
  switch (code) {
    case 0x02: // block
    case 0x04: // if
    case 0x06: // try
      reader.skipNumber();
      return "block";
    case 0x0b:
      return "end";
    case 0x18: // delegate, with which a try ends
      reader.skipNumber();
      return "end";
    case 0x03:
      reader.skipNumber();
      return "loop";
    case 0x0c: // br
      reader.skipNumber();
      return "jump";
    case 0x0d: // br_if
      reader.skipNumber();
      return "jumpIf";
    case 0x10: // call
      reader.skipNumber();
      return "call";
    case 0x07: // catch
    case 0x08: // throw
    case 0x09: // rethrow
    case 0x3f: // memory.size
    case 0x41: // i32.const
    case 0x42: // i64.const
    case 0xd0: // ref.null
    case 0xd2: // ref.func
      return numbers(reader, 1);
    case 0x0e: // br_table
      numbers(reader, reader.u32() + 1);
      return "jumpTable";
    case 0x11: // call_indirect
      numbers(reader, 2);
      return "call";
    case 0x1c: // select with types
      return numbers(reader, reader.u32());
    case 0x40:
      reader.skipNumber();
      return "grow";
    case 0x43: // f32.const
      reader.take(4);
      return "other";
    case 0x44: // f64.const
      reader.take(8);
      return "other";
    case 0xfc:
      return readExtended(reader);
    default:
      throw unknown(code);
  }
}

function readExtended(reader: ByteReader): Operator {
  const code = reader.u32();
  // Conversions that saturate.
  if (code <= 7) return "other";
  switch (code) {
    case 8: // memory.init
    case 10: // memory.copy
      numbers(reader, 2);
      return "bulk";
    case 11: // memory.fill
      reader.skipNumber();
      return "bulk";
    case 9: // data.drop
    case 15: // table.grow
    case 16: // table.size
      return numbers(reader, 1);
    default:
      throw unknown(0xfc00 + code);
  }
}

function numbers(reader: ByteReader, count: number): Operator {
  for (let turn = 0; turn < count; turn++) reader.skipNumber();
  return "other";
}

function unknown(code: number): Error {
  return new Error(`The WebAssembly module uses an instruction that is not known here (0x${code.toString(16)}).`);
}
