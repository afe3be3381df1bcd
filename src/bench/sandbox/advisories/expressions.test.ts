import { runInThisContext } from "node:vm";
import { judgeCondition, renderTemplate, type JsonObject } from "#engine";
import { expect, test } from "vitest";

const canary = "canary-of-the-expressions";

/** What led from an expression to the language below it. */
const expressions = [
  `constructor.constructor("return HOST_CANARY")()`,
  `"".constructor.constructor("return HOST_CANARY")()`,
  `this.HOST_CANARY`,
  `this.constructor.constructor("return HOST_CANARY")()`,
  `globalThis.HOST_CANARY`,
  `process.env.HOST_CANARY`,
  `(() => HOST_CANARY)()`,
  `(function () { return this.HOST_CANARY })()`,
  `[].map.constructor("return HOST_CANARY")()`,
  "HOST_CANARY",
  "`${HOST_CANARY}`",
  "((x) => x)`${HOST_CANARY}`",
  `(({ constructor: { constructor: make } }) => make("return HOST_CANARY")())(() => 0)`,
  `Reflect.construct(Function, ["return HOST_CANARY"])()`,
  `value.constructor.constructor("return HOST_CANARY")()`,
  `value["const" + "ructor"]["const" + "ructor"]("return HOST_CANARY")()`,
  `value.__proto__.constructor.constructor("return HOST_CANARY")()`,
  `value.toString.constructor("return HOST_CANARY")()`,
];

type Evaluate = (expression: string, values: JsonObject) => string;

/** The expressions that gave the secret, or a function to go on with. */
function leaked(evaluate: Evaluate): string[] {
  Reflect.set(globalThis, "HOST_CANARY", canary);
  process.env["HOST_CANARY"] = canary;
  try {
    return expressions.filter((expression) => {
      const text = evaluate(expression, { value: { name: "x" }, list: [1] });
      return text.includes(canary) || text.includes("[native code]") || text.includes("[object Function]");
    });
  } finally {
    Reflect.deleteProperty(globalThis, "HOST_CANARY");
    delete process.env["HOST_CANARY"];
  }
}

const template: Evaluate = (expression, values) => {
  const forms = [`{{ ${expression} }}`, `{% assign a = ${expression} %}{{ a }}`];
  return forms
    .map((form) => {
      const rendered = renderTemplate(form, values);
      return rendered.ok ? rendered.text : rendered.problem.replaceAll(expression, "");
    })
    .join("\n");
};

const condition: Evaluate = (expression, values) => {
  const judged = judgeCondition(`${expression} == "${canary}"`, values);
  return judged.ok && judged.value ? canary : "";
};

test("S6: neither a template nor a condition reaches the language that it is written in", () => {
  expect(leaked(template)).toEqual([]);
  expect(leaked(condition)).toEqual([]);
});
test("S6: a template or a condition sees own fields only", () => {
  const values: JsonObject = { value: { name: "x" } };
  for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
    const rendered = renderTemplate(`[{{ value.${name} }}]`, values);
    expect(rendered.ok ? rendered.text : "[]").toBe("[]");
    expect(judgeCondition(`has(value.${name})`, values)).not.toEqual({ ok: true, value: true });
  }
});
test("S6, planted: expressions that are evaluated as code are found", () => {
  const evaluated: Evaluate = (expression, { value }) => {
    Reflect.set(globalThis, "value", value);
    try {
      return String(runInThisContext(`(${expression})`));
    } catch (fault) {
      return String(fault);
    } finally {
      Reflect.deleteProperty(globalThis, "value");
    }
  };
  expect(leaked(evaluated).length).toBeGreaterThan(expressions.length / 2);
});
