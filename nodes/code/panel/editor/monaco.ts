/** The parts of Monaco that the editor of code uses, and its workers. Fetched when the editor is opened. */
import "monaco-editor/features/bracketMatching/register.js";
import "monaco-editor/features/caretOperations/register.js";
import "monaco-editor/features/clipboard/register.js";
import "monaco-editor/features/codelens/register.js";
import "monaco-editor/features/codicon/register.js";
import "monaco-editor/features/comment/register.js";
import "monaco-editor/features/cursorUndo/register.js";
import "monaco-editor/features/diffEditor/register.js";
import "monaco-editor/features/documentSymbols/register.js";
import "monaco-editor/features/dropOrPasteInto/register.js";
import "monaco-editor/features/find/register.js";
import "monaco-editor/features/folding/register.js";
import "monaco-editor/features/format/register.js";
import "monaco-editor/features/gotoError/register.js";
import "monaco-editor/features/hover/register.js";
import "monaco-editor/features/indentation/register.js";
import "monaco-editor/features/linesOperations/register.js";
import "monaco-editor/features/multicursor/register.js";
import "monaco-editor/features/parameterHints/register.js";
import "monaco-editor/features/snippet/register.js";
import "monaco-editor/features/suggest/register.js";
import "monaco-editor/features/toggleTabFocusMode/register.js";
import "monaco-editor/features/wordOperations/register.js";
import "monaco-editor/languages/definitions/javascript/register.js";
import "monaco-editor/languages/definitions/python/register.js";
import "monaco-editor/languages/definitions/sql/register.js";
import "monaco-editor/languages/definitions/typescript/register.js";
import { editor, KeyCode, KeyMod, MarkerSeverity, Uri } from "monaco-editor/editor/editor.api.js";
// oxlint-disable-next-line import/default -- the bundler makes the default export of a worker
import EditorWorker from "monaco-editor/editor/editor.worker.js?worker";
import { javascriptDefaults, typescriptDefaults } from "monaco-editor/languages/features/typescript/register.js";
// oxlint-disable-next-line import/default -- the bundler makes the default export of a worker
import TypeScriptWorker from "monaco-editor/languages/features/typescript/ts.worker.js?worker";

/**
 * What is said about code that is the body of an async function: it may return and wait at its top level, and it is no module.
 * 1108: return outside a function. 1375, 1378: await outside a module. 80005 to 80007: hints about style.
 */
const meantSo = [1108, 1375, 1378, 80005, 80006, 80007];

let isReady = false;

/** Monaco's interface, once its workers are known and its languages set up. */
export function readyMonaco() {
  if (!isReady) {
    isReady = true;
    globalThis.MonacoEnvironment = {
      getWorker: (_, label) =>
        label === "typescript" || label === "javascript" ? new TypeScriptWorker() : new EditorWorker(),
    };
    // Latest of everything, as the sandbox has it, and none of the browser's interfaces, which it has not.
    const usual = {
      allowNonTsExtensions: true,
      target: 99,
      module: 99,
      lib: ["lib.es2023.d.ts"],
      moduleDetection: 3,
      noEmit: true,
    };
    const checks = { strictNullChecks: true, noImplicitAny: false };
    typescriptDefaults.setCompilerOptions({ ...usual, ...checks });
    javascriptDefaults.setCompilerOptions({ ...usual, ...checks, allowJs: true, checkJs: true });
    for (const defaults of [typescriptDefaults, javascriptDefaults])
      defaults.setDiagnosticsOptions({ diagnosticCodesToIgnore: meantSo });
  }
  return { editor, KeyCode, KeyMod, MarkerSeverity, Uri, javascriptDefaults, typescriptDefaults };
}
