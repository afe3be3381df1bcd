/** Node has WebAssembly, @types/node does not name it, and the DOM library that does would let `document` through here. */
declare namespace WebAssembly {
  type ExportValue = Function | Global | Memory | Table;
  type ImportValue = ExportValue | number;
  type Imports = Record<string, Record<string, ImportValue>>;
  class Module {
    constructor(bytes: ArrayBufferView<ArrayBuffer> | ArrayBuffer);
    static imports(module: Module): { readonly module: string; readonly name: string; readonly kind: string }[];
  }
  class Instance {
    constructor(module: Module, imports: Imports);
    readonly exports: Record<string, ExportValue>;
  }
  class Memory {
    constructor(descriptor: { readonly initial: number; readonly maximum: number });
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  class Table {
    constructor(descriptor: { readonly element: "anyfunc"; readonly initial: number; readonly maximum: number });
    get(at: number): unknown;
    grow(entries: number): number;
    set(at: number, value: unknown): void;
  }
  class Global {
    constructor(descriptor: { readonly value: "i32"; readonly mutable: boolean }, value: number);
    value: number;
  }
  class RuntimeError extends Error {}
  function compile(bytes: ArrayBufferView<ArrayBuffer> | ArrayBuffer): Promise<Module>;
  function instantiate(module: Module, imports: Imports): Promise<Instance>;
}
