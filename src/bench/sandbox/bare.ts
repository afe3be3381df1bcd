import baseVariant from "#quickjs";
import { newQuickJSWASMModuleFromVariant, newVariant } from "quickjs-emscripten-core";

/** Evaluates source text that sees the text `text`, and answers the text that it gives. */
export type Bare = (source: string, text: string) => Promise<string>;

/**
 * The floor to compare with: quickjs-emscripten as its documentation shows it, with a fresh instance for each run and nothing
 * around it. No worker, no frame, no limits, no border.
 */
export async function openBare(module: WebAssembly.Module): Promise<Bare> {
  const [ffi, loader] = await Promise.all([baseVariant.importFFI(), baseVariant.importModuleLoader()]);
  const loaded = { ...baseVariant, importFFI: async () => ffi, importModuleLoader: async () => loader };
  return async (source, text) => {
    const quickjs = await newQuickJSWASMModuleFromVariant(newVariant(loaded, { wasmModule: module }));
    const context = quickjs.newContext();
    context.setProp(context.global, "text", context.newString(text));
    const result = context.unwrapResult(context.evalCode(source));
    return context.getString(result);
  };
}
