import {
  codeLimits,
  joinLabels,
  labelled,
  type CodeLanguage,
  type PythonLibrary,
  type GuardedCode,
  type JsonValue,
  type Label,
  type Labelled,
} from "#engine";
import { valueOf } from "#pillars/sandbox/step-value";

interface Work {
  readonly config: {
    readonly language: CodeLanguage;
    readonly library: PythonLibrary;
    readonly source: string;
    readonly seconds: number;
    readonly megabytes: number;
    readonly calls: number;
  };
  readonly inputs: { readonly value?: JsonValue | undefined };
  readonly labels: Readonly<Record<string, Label>>;
  readonly host: { readonly code: GuardedCode };
}

/** Loaded when the step runs: a drawing of it does not need this. */
export async function runCode({ config, inputs, labels, host }: Work): Promise<{ result: Labelled }> {
  const { language, library, source, seconds, megabytes, calls } = config;
  const limits = codeLimits.parse({ timeMs: Math.round(seconds * 1000), memoryBytes: megabytes * 2 ** 20, calls });
  const ran = await host.code.run("run", { language, library, source, input: inputs.value ?? null, limits });
  const value = valueOf(ran, limits, "code");
  const read = Object.values(labels);
  // What a tool answered may be in the result, and whose words those are cannot be told from outside.
  const label = joinLabels(ran.calls === 0 ? read : [...read, { integrity: "untrusted", sources: [] }]);
  return { result: labelled(value, label) };
}
