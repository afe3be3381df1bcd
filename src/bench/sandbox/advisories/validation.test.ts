import { runInThisContext } from "node:vm";
import { applyEdits, compile, emptyFlow, verify, type Flow } from "#engine";
import { wantsOf } from "#hosts/workspace";
import { registry } from "#nodes";
import { expect, test } from "vitest";

/** Code that acts when it is read as if it were only looked at: default arguments, decorators, static blocks, tags. */
const sources = [
  "globalThis.ran = true",
  "((x = (globalThis.ran = true)) => x)()",
  "class A { static { globalThis.ran = true } }",
  "class B { static x = (globalThis.ran = true) }",
  "class C { [(globalThis.ran = true, 'm')]() {} }",
  "String.raw`${(globalThis.ran = true)}`",
  "label: { globalThis.ran = true }",
];

type Validate = (source: string) => unknown;

async function executed(validate: Validate): Promise<string[]> {
  const through: string[] = [];
  for (const source of sources) {
    try {
      await validate(source);
    } catch {
      // What cannot be read is refused.
    }
    if (Reflect.has(globalThis, "ran")) through.push(source);
    Reflect.deleteProperty(globalThis, "ran");
  }
  return through;
}

function flowWith(source: string, language: string): Flow {
  const node = { id: "code", type: "code", version: 1, position: { x: 0, y: 0 }, config: { source, language } };
  return applyEdits(emptyFlow("f", "F"), [{ type: "add-node", node }]);
}

test("S16: code is checked and listed without a line of it being run", async () => {
  const validate: Validate = (source) => {
    for (const language of ["javascript", "typescript", "python"]) {
      const flow = flowWith(source, language);
      expect(wantsOf(flow, registry)).toMatchObject([{ kind: "code", source }]);
      verify(flow, registry);
      compile(flow, registry);
    }
  };
  expect(await executed(validate)).toEqual([]);
});
test("S16, planted: a check that tries the code out is found", async () => {
  expect(await executed((source) => runInThisContext(source))).toHaveLength(sources.length);
});
