/** What completes words while they are written; the register of suggestions leaves it out. */
declare module "monaco-editor/editor/contrib/suggest/browser/suggestController.js";

/** The part of the worker that checks, which its package does not describe. */
declare module "monaco-editor/languages/features/typescript/tsWorker.js" {
  interface MirrorModel {
    readonly uri: { readonly path: string; toString(): string };
    readonly version: number;
    getValue(): string;
  }
  interface Finding {
    readonly code: number;
    readonly category: 0 | 1 | 2 | 3;
    readonly start: number | undefined;
    readonly length: number | undefined;
    readonly messageText: string;
  }
  export class TypeScriptWorker {
    constructor(
      context: { getMirrorModels(): readonly MirrorModel[] },
      data: {
        readonly compilerOptions: object;
        readonly extraLibs: Readonly<Record<string, { readonly content: string; readonly version: number }>>;
      },
    );
    getSemanticDiagnostics(fileName: string): Promise<readonly Finding[]>;
  }
}
