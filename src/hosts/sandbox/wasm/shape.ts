import { ByteReader } from "./bytes.ts";
import { readSections, sectionId, type Section } from "./sections.ts";

/** What the rewriting needs to know of a module. */
export interface Shape {
  readonly sections: readonly Section[];
  readonly imports: Imports;
  /** Index of the function that looks at the clock. */
  readonly clock: number;
  /** How many parameters each function of the module itself has. */
  readonly parametersOf: readonly number[];
}

interface Imports {
  readonly count: number;
  readonly functions: readonly { readonly name: string; readonly type: number; readonly index: number }[];
  readonly hasMemory: boolean;
  /** How many globals: its own are counted on from there. */
  readonly globals: number;
  readonly entries: Uint8Array;
}

/** As the binary format numbers them. */
export const importKind = { function: 0, table: 1, memory: 2, global: 3 } as const;

/** @param clock name of a function that the module imports, which takes nothing and gives one value. */
export function readShape(module: Uint8Array, clock: string): Shape {
  const sections = readSections(module);
  const types = readTypes(contentOf(sections, sectionId.types));
  const imports = readImports(contentOf(sections, sectionId.imports));
  const look = imports.functions.find(({ name }) => name === clock);
  const clockType = types[look?.type ?? -1];
  if (look === undefined || clockType?.parameters !== 0 || clockType.results !== 1)
    throw new Error(`The module imports no clock "${clock}".`);
  const parametersOf = readParameters(contentOf(sections, sectionId.functions), types);
  return { sections, imports, clock: look.index, parametersOf };
}

export function contentOf(sections: readonly Section[], id: number): Uint8Array {
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

function readImports(content: Uint8Array): Imports {
  const reader = new ByteReader(content);
  const count = reader.u32();
  const from = reader.at;
  const functions: { name: string; type: number; index: number }[] = [];
  let memories = 0;
  let globals = 0;
  for (let at = 0; at < count; at++) {
    reader.take(reader.u32());
    const name = reader.name();
    const kind = reader.byte();
    if (kind === importKind.function) functions.push({ name, type: reader.u32(), index: functions.length });
    else if (kind === importKind.memory) memories += skipLimits(reader);
    else if (kind === importKind.global) globals += skipGlobal(reader);
    else throw new Error("The module imports more than functions, globals and a memory.");
  }
  return { count, functions, hasMemory: memories > 0, globals, entries: reader.since(from) };
}

/** The type of its value, and whether it can be set. */
function skipGlobal(reader: ByteReader): 1 {
  reader.take(2);
  return 1;
}

/** A minimum and, if marked so, a maximum. */
function skipLimits(reader: ByteReader): 1 {
  const hasMaximum = reader.byte() === 1;
  reader.skipNumber();
  if (hasMaximum) reader.skipNumber();
  return 1;
}
