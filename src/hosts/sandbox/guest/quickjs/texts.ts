import type { QuickJSSyncVariant } from "quickjs-emscripten-core";

type Loaded = Awaited<ReturnType<QuickJSSyncVariant["importModuleLoader"]>>;
type ModuleLoader = Extract<Loaded, (...options: never[]) => unknown>;

/** A build may come as a module, or as one within another. */
export function loaderOf(loaded: Loaded): ModuleLoader {
  return typeof loaded === "function" ? loaded : loaderOf(loaded.default);
}

/**
 * An engine's loader whose instances take and give texts with the platform's own encoder. Emscripten's walks each character in
 * JavaScript, three times for a text that goes in and is new code to every wall: a fifth of the time for 1 MiB. A lone surrogate
 * goes in as U+FFFD, as it comes out.
 */
export function withNativeTexts(load: ModuleLoader, memory: WebAssembly.Memory): ModuleLoader {
  return async (options) => Object.assign(await load(options), textsIn(memory));
}

/** The engine's own conversions, by Emscripten's names: it asks for a text's length, takes so much memory, and has it written there. */
function textsIn(memory: WebAssembly.Memory) {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let measured = { text: "", bytes: new Uint8Array() };
  const encode = (text: string) => (text === measured.text ? measured.bytes : encoder.encode(text));
  return {
    lengthBytesUTF8(text: string): number {
      measured = { text, bytes: encoder.encode(text) };
      return measured.bytes.length;
    },
    /** @param room bytes to write at the most, the NUL at the end among them. */
    stringToUTF8(text: string, at: number, room: number): void {
      const bytes = encode(text).subarray(0, room - 1);
      measured = { text: "", bytes: new Uint8Array() };
      const held = new Uint8Array(memory.buffer);
      held.set(bytes, at);
      held[at + bytes.length] = 0;
    },
    UTF8ToString(at: number): string {
      if (at === 0) return "";
      const held = new Uint8Array(memory.buffer);
      return decoder.decode(held.subarray(at, held.indexOf(0, at)));
    },
  };
}
