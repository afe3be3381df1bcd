/** The parts of Monaco that the editor of code uses, and its workers. Fetched when the editor is opened. */
import "monaco-editor/editor/contrib/suggest/browser/suggestController.js";
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
import "monaco-editor/features/toggleTabFocusMode/register.js";
import "monaco-editor/features/wordOperations/register.js";
import "monaco-editor/languages/definitions/javascript/register.js";
import "monaco-editor/languages/definitions/python/register.js";
import "monaco-editor/languages/definitions/sql/register.js";
import "monaco-editor/languages/definitions/typescript/register.js";
import { editor, languages, MarkerSeverity, MarkerTag, Uri } from "monaco-editor/editor/editor.api.js";
// oxlint-disable-next-line import/default -- the bundler makes the default export of a worker
import EditorWorker from "monaco-editor/editor/editor.worker.js?worker";
import {
  getJavaScriptWorker,
  getTypeScriptWorker,
  javascriptDefaults,
  typescriptDefaults,
} from "monaco-editor/languages/features/typescript/register.js";
// oxlint-disable-next-line import/default -- the bundler makes the default export of a worker
import TypeScriptWorker from "monaco-editor/languages/features/typescript/ts.worker.js?worker";
import { compilerOptions } from "../checking/options.ts";
import type { Diagnostic } from "../checking/diagnostic.ts";

let isReady = false;

/** Monaco's interface, once its workers are known and its languages set up. */
export function readyMonaco() {
  if (!isReady) {
    isReady = true;
    globalThis.MonacoEnvironment = {
      getWorker: (_, label) =>
        label === "typescript" || label === "javascript" ? new TypeScriptWorker() : new EditorWorker(),
    };
    typescriptDefaults.setCompilerOptions(compilerOptions.typescript);
    javascriptDefaults.setCompilerOptions(compilerOptions.javascript);
    // Only whether it can be read at all: what it means is checked with the function around it.
    for (const defaults of [typescriptDefaults, javascriptDefaults])
      defaults.setDiagnosticsOptions({ noSemanticValidation: true, noSuggestionDiagnostics: true });
  }
  return { editor, languages, MarkerSeverity, MarkerTag, Uri, javascriptDefaults, typescriptDefaults, diagnose };
}

/** How often a checker is asked for that is still being fetched, and how many milliseconds lie between. */
const [mostTries, between] = [100, 100];

/** What the checker of a language says of a text that the editor holds. Rejects where there is none. */
async function diagnose(language: string, place: Uri, tries = 0): Promise<readonly Diagnostic[]> {
  const worker = language === "javascript" ? getJavaScriptWorker : getTypeScriptWorker;
  const ask = await worker().catch(() => undefined);
  if (ask === undefined) {
    if (tries >= mostTries) throw new Error("The checker did not come.");
    await new Promise((resolve) => setTimeout(resolve, between));
    return diagnose(language, place, tries + 1);
  }
  const checker = await ask(place);
  const file = place.toString();
  return [...(await checker.getSemanticDiagnostics(file)), ...(await checker.getSuggestionDiagnostics(file))];
}
