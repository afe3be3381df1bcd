/** One violation for each gate, with the rule that must catch it. The gates' test writes them into a copy of the house. */
export interface Planted {
  readonly gate: "oxlint" | "tsc" | "knip";
  readonly path: string;
  readonly source: string;
  /** As the tool names it. */
  readonly rule: string;
}

function lint(path: string, rule: string, source: string): Planted {
  return { gate: "oxlint", path, source, rule };
}

const restrictedGlobals = [
  "fetch('/')",
  "setTimeout(String, 1)",
  "setInterval(String, 1)",
  "crypto.randomUUID()",
  "indexedDB.databases()",
  "localStorage.length",
  "performance.now()",
  "process.env",
  "window.name",
  "document.title",
];

function statements(count: number): string {
  return "  String(1);\n".repeat(count);
}

export const planted: readonly Planted[] = [
  lint("src/engine/alias.ts", "house(layers)", 'import { host } from "#hosts/browser";\nString(host);\n'),
  lint("src/engine/relative.ts", "house(layers)", 'import { trace } from "../pillars/index.ts";\nString(trace);\n'),
  lint("src/engine/type-only.ts", "house(layers)", 'import type { Grant } from "#pillars";\nexport type G = Grant;\n'),
  lint("src/engine/in-type.ts", "house(layers)", 'export type Grant = import("#pillars").Grant;\n'),
  lint("src/engine/export-from.ts", "house(layers)", 'export { trace } from "#pillars/trace";\n'),
  lint("src/engine/export-all.ts", "house(layers)", 'export * from "#pillars/trace";\n'),
  lint("src/engine/dynamic.ts", "house(layers)", 'export const later = () => import("#pillars/trace");\n'),
  lint("src/engine/template.ts", "house(layers)", "export const later = () => import(`#pillars/trace`);\n"),
  lint("src/ui/deep.ts", "house(layers)", 'export { run } from "#engine/run/run.ts";\n'),
  lint("src/pillars/trace/deep.ts", "house(layers)", 'export { mint } from "../privileges/grant.ts";\n'),
  lint("src/pillars/trace/climb.ts", "house(layers)", 'export { run } from "../../engine/index.ts";\n'),
  lint("nodes/ask-model/index.ts", "house(layers)", 'export { other } from "../condition/index.ts";\n'),
  lint("nodes/ask-model/panel/index.ts", "house(layers)", 'export { host } from "#hosts/browser";\n'),
  lint("src/ui/model.ts", "eslint(no-restricted-imports)", 'export { generateText } from "ai";\n'),
  lint(
    "nodes/model/index.ts",
    "eslint(no-restricted-imports)",
    'export { createAnthropic } from "@ai-sdk/anthropic";\n',
  ),
  lint("src/engine/now.ts", "eslint(no-restricted-properties)", "export const now = Date.now();\n"),
  lint("src/engine/random.ts", "eslint(no-restricted-properties)", "export const die = Math.random();\n"),
  lint("src/engine/today.ts", "house(no-clock)", "export const today = new Date();\n"),
  lint("nodes/wait/index.ts", "house(no-clock)", "export const today = Date();\n"),
  ...restrictedGlobals.map((source, index) =>
    lint(`src/pillars/trace/global-${index}.ts`, "eslint(no-restricted-globals)", `${source};\n`),
  ),
  lint("src/engine/long-file.ts", "eslint(max-lines)", statements(401)),
  lint("src/engine/long-function.ts", "eslint(max-lines-per-function)", `export function f() {\n${statements(80)}}\n`),
  lint("src/engine/any.ts", "typescript(no-explicit-any)", "export const value: any = 1;\n"),
  lint("src/engine/bang.ts", "typescript(no-non-null-assertion)", "export const f = (a?: string) => a!.length;\n"),
  lint("src/engine/floating.ts", "typescript(no-floating-promises)", "Promise.resolve(1);\n"),
  lint("src/engine/evaluate.ts", "eslint(no-eval)", "export const f = (source: string) => eval(source);\n"),
  lint("src/cli/construct.ts", "eslint(no-new-func)", "export const f = new Function('return 1');\n"),
  lint("src/store/print.ts", "eslint(no-console)", "console.log('here');\n"),
  lint(
    "src/ui/raw.tsx",
    "react(no-danger)",
    "export const P = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;\n",
  ),
  lint("src/ui/image.tsx", "jsx-a11y(alt-text)", 'export const P = () => <img src="a.png" />;\n'),
  lint(
    "src/ui/hooks.tsx",
    "react-hooks(rules-of-hooks)",
    'import { useState } from "react";\nexport function P(props: { on: boolean }) {\n  if (props.on) useState(1);\n  return null;\n}\n',
  ),
  lint("src/store/cycle-a.ts", "import(no-cycle)", 'export { b } from "./cycle-b.ts";\nexport const a = 1;\n'),
  lint("src/store/cycle-b.ts", "import(no-cycle)", 'export { a } from "./cycle-a.ts";\nexport const b = 1;\n'),
  { gate: "tsc", path: "src/engine/call-home.ts", source: "export const page = fetch('/');\n", rule: "TS2304" },
  { gate: "tsc", path: "src/monitor/dom.ts", source: "export const title = document.title;\n", rule: "TS2584" },
  { gate: "tsc", path: "nodes/buffer/index.ts", source: "export const b = Buffer.from('');\n", rule: "TS2591" },
  {
    gate: "tsc",
    path: "src/cli/index-access.ts",
    source: "export const f = (a: string[]): string => a[0];\n",
    rule: "TS2322",
  },
  { gate: "knip", path: "src/cli/dead.ts", source: "export const used = 1;\nexport const dead = 2;\n", rule: "dead" },
  { gate: "knip", path: "src/cli/main.ts", source: 'import { used } from "./dead.ts";\nString(used);\n', rule: "" },
];
