import type { QuickJSSyncVariant } from "quickjs-emscripten-core";
import { utf8Length, type JsonText } from "#pillars/sandbox";

type Loaded = Awaited<ReturnType<QuickJSSyncVariant["importModuleLoader"]>>;
type ModuleLoader = Extract<Loaded, (...options: never[]) => unknown>;

/** A build may come as a module, or as one within another. */
export function loaderOf(loaded: Loaded): ModuleLoader {
  return typeof loaded === "function" ? loaded : loaderOf(loaded.default);
}

export interface Texts {
  /** An engine's loader whose instance takes and gives texts in this way. */
  within(load: ModuleLoader): ModuleLoader;
  /**
   * The bytes of the text that `read` has the engine give, where there are many of them: who only hands a text on need not decode it. A short one
   * as it is.
   */
  bytesOf(read: () => string): JsonText;
}

/** As many bytes are sooner decoded than handed over. */
const fewBytes = 16 * 1024;

/**
 * An instance's texts with the platform's own encoder. Emscripten's walks each character in
 * JavaScript, three times for a text that goes in and is new code to every wall: a fifth of the time for 1 MiB. A text is counted in pieces and
 * then written to where it belongs, for new memory may be dearer than the work: a copy of 1 MiB on the way took three times as long as all else.
 * A lone surrogate goes in as U+FFFD, as it comes out.
 */
export function openTexts(memory: WebAssembly.Memory): Texts {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let areBytesWanted = false;
  let bytes: ArrayBuffer | undefined;

  /** The engine's own conversions, by Emscripten's names: it asks for a text's length, takes so much memory, and has it written there. */
  const conversions = {
    lengthBytesUTF8: (text: string) => utf8Length(text),
    /** @param room bytes to write at the most, the NUL at the end among them. */
    stringToUTF8(text: string, at: number, room: number): void {
      const held = new Uint8Array(memory.buffer, at, room);
      const { written } = encoder.encodeInto(text, held.subarray(0, room - 1));
      held[written] = 0;
    },
    UTF8ToString(at: number): string {
      if (at === 0) return "";
      const held = new Uint8Array(memory.buffer);
      const text = held.subarray(at, held.indexOf(0, at));
      if (!areBytesWanted || text.length <= fewBytes) return decoder.decode(text);
      bytes = text.slice().buffer;
      return "";
    },
  };

  return {
    within: (load) => async (options) => Object.assign(await load(options), conversions),
    bytesOf(read) {
      areBytesWanted = true;
      bytes = undefined;
      try {
        const text = read();
        return bytes ?? text;
      } finally {
        areBytesWanted = false;
      }
    },
  };
}
