import { ByteReader, nameBytes, u32Bytes, type Chunks } from "./bytes.ts";
import { counterGlobal, meterBodies } from "./meter.ts";
import { sectionId, writeModule, writeSection, type Section } from "./sections.ts";
import { contentOf, importKind, readShape } from "./shape.ts";

/** The module and field under which a hardened module asks for what it used to make itself. */
export const heldBy = { module: "env", memory: "memory", table: "table", stackPointer: "stackPointer" } as const;

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
  const shape = readShape(module, clock);
  const { sections, imports } = shape;
  if (imports.hasMemory || imports.globals > 0)
    throw new Error("The module does not make its memory and globals itself.");
  const globals = readGlobals(contentOf(sections, sectionId.globals));
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
          return writeSection(
            id,
            meterBodies(content, { ...shape, counter: globals.count, mayGrow: false, polling: [], looksInShort: true }),
          );
        default:
          return writeSection(id, [content]);
      }
    }),
  );
}

export interface MeterOptions {
  /** Name of a function that the module imports, which takes nothing and gives one value. */
  readonly clock: string;
  /** Which of the module's own functions are left as they are, for they look at a clock themselves: its interpreters. */
  readonly polling: readonly number[];
  /** The module under which a memory that it made itself is asked for. */
  readonly memoryFrom?: string;
}

/**
 * Rewrites a module whose interpreter looks at a clock itself, so that what the interpreter calls does so too: its loops count their turns as
 * in `hardenModule`, short ones without a look. Table and stack stay its own. Its memory is an import afterwards, if it was
 * none, and it may grow it, for the embedder has set the `maximum`.
 */
export function meterModule(module: Uint8Array, options: MeterOptions): Uint8Array<ArrayBuffer> {
  const { clock, polling, memoryFrom = heldBy.module } = options;
  const shape = readShape(module, clock);
  const { sections, imports } = shape;
  const globals = new ByteReader(contentOf(sections, sectionId.globals));
  const count = globals.u32();
  const others = globals.bytes.subarray(globals.at);
  return writeModule(
    sections.map(({ id, content }) => {
      switch (id) {
        case sectionId.imports: {
          const memory = imports.hasMemory ? [] : memoryImport(sections, memoryFrom);
          const added = imports.hasMemory ? 0 : 1;
          return writeSection(id, [u32Bytes(imports.count + added), imports.entries, ...memory]);
        }
        case sectionId.memories:
          return [];
        case sectionId.globals:
          return writeSection(id, [u32Bytes(count + 1), others, counterGlobal]);
        case sectionId.code:
          return writeSection(
            id,
            meterBodies(content, {
              ...shape,
              counter: imports.globals + count,
              mayGrow: true,
              polling,
              looksInShort: false,
            }),
          );
        default:
          return writeSection(id, [content]);
      }
    }),
  );
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
  const { module, table, stackPointer } = heldBy;
  return [
    ...memoryImport(sections, module),
    ...importOf(module, table, importKind.table, onlyEntry(contentOf(sections, sectionId.tables))),
    ...importOf(module, stackPointer, importKind.global, [i32, mutable]),
  ];
}

function memoryImport(sections: readonly Section[], module: string): Chunks {
  return importOf(module, heldBy.memory, importKind.memory, onlyEntry(contentOf(sections, sectionId.memories)));
}

function importOf(module: string, name: string, kind: number, rest: Uint8Array | readonly number[]): Chunks {
  return [nameBytes(module), nameBytes(name), [kind], rest];
}

function onlyEntry(content: Uint8Array): Uint8Array {
  if (content[0] !== 1) throw new Error("The module has not exactly one memory and one table.");
  return content.subarray(1);
}
