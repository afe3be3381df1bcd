import { heldBy, listBytes, nameBytes, sectionId, u32Bytes, writeModule, writeSection } from "#hosts/sandbox/wasm";
import { catchingImports } from "./build.ts";

/** Module names under which `catchesModule` imports. */
export const catchesImports = { module: "held", caught: "caught" } as const;

/** What it exports to be the longjmp of the C code. */
export const throwExport = "throw";

const [i32, empty] = [0x7f, 0x40];
const op = { try: 0x06, catch: 0x07, throw: 0x08, end: 0x0b, call: 0x10, callIndirect: 0x11 } as const;
const local = (index: number) => [0x20, ...u32Bytes(index)];
const [setLocal, getGlobal, setGlobal, i32Const] = [0x21, 0x23, 0x24, 0x41];

type Signature = { readonly name: string; readonly parameters: number; readonly results: number };

/**
 * A small WebAssembly module with the functions through which Emscripten's C code calls what may longjmp: `invoke_vii(f, a, b)`
 * calls entry `f` of the table with `a` and `b`; when that throws our tag, it puts the stack pointer back, tells the C code
 * and returns 0. Only our tag is caught: an exception of JavaScript (a stop, a refusal) passes through and ends the guest.
 * In JavaScript these functions cost three quarters of the run time of Python code.
 */
export function catchesModule(): WebAssembly.Module {
  const signatures = catchingImports.map(signatureOf);
  const types: number[][] = [];
  const typeOf = (parameters: number, results: number): number => {
    const bytes = [0x60, ...listBytes(Array(parameters).fill([i32])), ...listBytes(Array(results).fill([i32]))];
    const known = types.findIndex((type) => type.join() === bytes.join());
    return known < 0 ? types.push(bytes) - 1 : known;
  };
  const nothing = typeOf(0, 0);
  const outer = signatures.map(({ parameters, results }) => typeOf(parameters + 1, results));
  const bodies = signatures.map((signature) => bodyOf(signature, typeOf(signature.parameters, signature.results)));
  const thrower = functionBody([], [op.throw, 0, op.end]);
  const exported = [...signatures.map(({ name }) => name), throwExport];
  const held = (name: string, rest: number[]) => [...nameBytes(catchesImports.module), ...nameBytes(name), ...rest];
  const imports = [
    held(heldBy.table, [0x01, 0x70, 0x00, 0x00]),
    held(heldBy.stackPointer, [0x03, i32, 0x01]),
    held(catchesImports.caught, [0x00, nothing]),
  ];
  const tagSection = 13;
  return new WebAssembly.Module(
    writeModule([
      writeSection(sectionId.types, [listBytes(types)]),
      writeSection(sectionId.imports, [listBytes(imports)]),
      writeSection(sectionId.functions, [listBytes([...outer, nothing].map(u32Bytes))]),
      writeSection(tagSection, [listBytes([[0x00, nothing]])]),
      writeSection(sectionId.exports, [
        listBytes(exported.map((name, at) => [...nameBytes(name), 0x00, ...u32Bytes(at + 1)])),
      ]),
      writeSection(sectionId.code, [listBytes([...bodies, thrower])]),
    ]),
  );
}

/** "invoke_vii": a result (i) or none (v), and one parameter for each letter after it. */
function signatureOf(name: string): Signature {
  const letters = name.slice("invoke_".length);
  return { name, parameters: letters.length - 1, results: letters.startsWith("i") ? 1 : 0 };
}

function bodyOf({ parameters, results }: Signature, type: number): number[] {
  const saved = parameters + 1;
  const given = Array.from({ length: parameters }, (_, at) => local(at + 1)).flat();
  const code = [
    ...[getGlobal, 0, setLocal, saved],
    ...[op.try, results === 1 ? i32 : empty, ...given, ...local(0), op.callIndirect, ...u32Bytes(type), 0x00],
    ...[op.catch, 0, ...local(saved), setGlobal, 0, op.call, 0, ...(results === 1 ? [i32Const, 0] : [])],
    ...[op.end, op.end],
  ];
  return functionBody([[1, i32]], code);
}

function functionBody(locals: readonly (readonly number[])[], code: readonly number[]): number[] {
  const body = [...listBytes(locals), ...code];
  return [...u32Bytes(body.length), ...body];
}
