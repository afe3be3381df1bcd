import { ByteReader, i32Bytes, nameBytes, sizeOf, u32Bytes, type Chunks } from "./bytes.ts";
import { readOperator } from "./operator.ts";
import { readSections, sectionId, writeModule, writeSection, type Section } from "./sections.ts";

/** The module and field under which a hardened module asks for what it used to make itself. */
export const heldBy = { module: "env", memory: "memory", table: "table", stackPointer: "stackPointer" } as const;

/** Turns of a loop between two looks at the clock: far below a millisecond of most loops. */
const turnsPerLook = 20_000;

/** Moving or filling 2 ** 9 bytes of memory counts for a turn: no loop does it, and it may be many megabytes. */
const bytesPerTurn = 9;

const [i32, mutable, i32Const, end] = [0x7f, 0x01, 0x41, 0x0b];

/**
 * Rewrites a module that Emscripten built, so that its embedder holds it:
 * - memory, function table and stack pointer are imported, so the embedder sets the memory's `maximum` and sees the stack;
 * - every loop counts its turns and, when they are used up, calls the module's own clock import, which may throw: then
 *   nothing in the module runs on, whatever it was doing. Its own code has no way around that.
 *
 * No index of a function, global or type changes. Throws on a module that is not shaped like that, or that could grow its
 * memory itself.
 * @param clock name of a function that the module imports, which takes nothing and gives one value.
 */
export function hardenModule(module: Uint8Array, clock: string): Uint8Array<ArrayBuffer> {
  const sections = readSections(module);
  const types = readTypes(contentOf(sections, sectionId.types));
  const imports = readImports(contentOf(sections, sectionId.imports));
  const look = imports.functions.find(({ name }) => name === clock);
  const clockType = types[look?.type ?? -1];
  if (look === undefined || clockType?.parameters !== 0 || clockType.results !== 1)
    throw new Error(`The module imports no clock "${clock}".`);
  const globals = readGlobals(contentOf(sections, sectionId.globals));
  const meter = meterCode(globals.count, look.index);
  const parametersOf = readParameters(contentOf(sections, sectionId.functions), types);
  return writeModule(
    sections.map(({ id, content }) => {
      switch (id) {
        case sectionId.imports:
          return writeSection(id, [u32Bytes(imports.count + 3), imports.entries, ...heldImports(sections)]);
        case sectionId.tables:
        case sectionId.memories:
          return [];
        case sectionId.globals:
          // One is gone to the imports, one has come: what the loops count down.
          return writeSection(id, [u32Bytes(globals.count), globals.others, counterGlobal]);
        case sectionId.code:
          return writeSection(id, meterBodies(content, parametersOf, meter));
        default:
          return writeSection(id, [content]);
      }
    }),
  );
}

const counterGlobal = [i32, mutable, i32Const, ...i32Bytes(turnsPerLook), end];

function contentOf(sections: readonly Section[], id: number): Uint8Array {
  const [only, ...more] = sections.filter((section) => section.id === id);
  if (only === undefined || more.length > 0) throw new Error(`The module has not exactly one section ${id}.`);
  return only.content;
}

interface FunctionType {
  readonly parameters: number;
  readonly results: number;
}

function readTypes(content: Uint8Array): FunctionType[] {
  const reader = new ByteReader(content);
  return Array.from({ length: reader.u32() }, () => {
    if (reader.byte() !== 0x60) throw new Error("The module has a type that is no function.");
    const parameters = reader.take(reader.u32()).length;
    return { parameters, results: reader.take(reader.u32()).length };
  });
}

/** How many parameters each function of the module itself has. */
function readParameters(content: Uint8Array, types: readonly FunctionType[]): number[] {
  const reader = new ByteReader(content);
  return Array.from({ length: reader.u32() }, () => types[reader.u32()]?.parameters ?? 0);
}

function readImports(content: Uint8Array) {
  const reader = new ByteReader(content);
  const count = reader.u32();
  const from = reader.at;
  const functions: { name: string; type: number; index: number }[] = [];
  for (let at = 0; at < count; at++) {
    reader.take(reader.u32());
    const name = reader.name();
    if (reader.byte() !== 0) throw new Error("The module imports more than functions.");
    functions.push({ name, type: reader.u32(), index: at });
  }
  return { count, functions, entries: reader.since(from) };
}

/** Emscripten's first global is the stack pointer. */
function readGlobals(content: Uint8Array) {
  const reader = new ByteReader(content);
  const count = reader.u32();
  if (reader.byte() !== i32 || reader.byte() !== mutable || reader.byte() !== i32Const)
    throw new Error("The module's first global is no stack pointer.");
  reader.skipNumber();
  if (reader.byte() !== end) throw new Error("The module's first global is no stack pointer.");
  return { count, others: content.subarray(reader.at) };
}

function heldImports(sections: readonly Section[]): Chunks {
  const { module, memory, table, stackPointer } = heldBy;
  const held = (name: string, kind: number, rest: Uint8Array | readonly number[]): Chunks => [
    nameBytes(module),
    nameBytes(name),
    [kind],
    rest,
  ];
  return [
    ...held(memory, 2, onlyEntry(contentOf(sections, sectionId.memories))),
    ...held(table, 1, onlyEntry(contentOf(sections, sectionId.tables))),
    ...held(stackPointer, 3, [i32, mutable]),
  ];
}

function onlyEntry(content: Uint8Array): Uint8Array {
  if (content[0] !== 1) throw new Error("The module has not exactly one memory and one table.");
  return content.subarray(1);
}

interface Meter {
  readonly loop: readonly number[];
  /** @param length the local variable that the length may be put into. */
  readonly block: (length: number) => readonly number[];
}

function meterCode(counter: number, clock: number): Meter {
  const get = [0x23, ...u32Bytes(counter)];
  const set = [0x24, ...u32Bytes(counter)];
  const [add, subtract, shiftRight, isLess, ifThen, call, drop] = [0x6a, 0x6b, 0x76, 0x48, [0x04, 0x40], 0x10, 0x1a];
  const refill = [i32Const, ...i32Bytes(turnsPerLook), ...set];
  const spend = (turns: readonly number[]) => [
    ...[...get, ...turns, subtract, ...set],
    ...[...get, i32Const, 0, isLess, ...ifThen, ...refill, call, ...u32Bytes(clock), drop, end],
  ];
  const [getLocal, teeLocal] = [0x20, 0x22];
  return {
    loop: spend([i32Const, 1]),
    block: (length) => [
      ...[teeLocal, ...u32Bytes(length)],
      ...spend([getLocal, ...u32Bytes(length), i32Const, bytesPerTurn, shiftRight, i32Const, 1, add]),
    ],
  };
}

function meterBodies(content: Uint8Array, parametersOf: readonly number[], meter: Meter): Chunks {
  const reader = new ByteReader(content);
  const count = reader.u32();
  const chunks: (Uint8Array | readonly number[])[] = [u32Bytes(count)];
  for (let at = 0; at < count; at++) {
    const code = new ByteReader(reader.take(reader.u32()));
    const body = meterBody(code, parametersOf[at] ?? 0, meter);
    chunks.push(u32Bytes(sizeOf(body)), ...body);
  }
  return chunks;
}

/** One more local variable is put behind those that the function has. */
function meterBody(reader: ByteReader, parameters: number, meter: Meter): Chunks {
  const groups = reader.u32();
  let from = reader.at;
  let locals = parameters;
  for (let at = 0; at < groups; at++) {
    locals += reader.u32();
    reader.byte();
  }
  const chunks: (Uint8Array | readonly number[])[] = [u32Bytes(groups + 1), reader.since(from), [1, i32]];
  from = reader.at;
  while (reader.at < reader.bytes.length) {
    const start = reader.at;
    const operator = readOperator(reader);
    if (operator === "grow") throw new Error("The module grows its memory itself.");
    if (operator === "other") continue;
    // Into a loop, so that every turn counts; before a block is moved, while its length is the last value on the stack.
    const cut = operator === "loop" ? reader.at : start;
    chunks.push(reader.bytes.subarray(from, cut), operator === "loop" ? meter.loop : meter.block(locals));
    from = cut;
  }
  chunks.push(reader.bytes.subarray(from));
  return chunks;
}
