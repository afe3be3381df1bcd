import { RunError } from "#engine";
import { expect, test } from "vitest";
import { execute, fromUser } from "../bench.fixture.ts";
import { template } from "./index.ts";

test("fills places from the value and from its fields", async () => {
  const config = { template: "Dear {{ name }}, {{ value.items | size }} items." };
  const filled = await execute(template, { value: fromUser({ name: "Nora", items: [1, 2] }) }, {}, config);
  expect(filled).toEqual({ text: "Dear Nora, 2 items." });
});

test("a field called value does not hide the value", async () => {
  const filled = await execute(template, { value: fromUser({ value: "x", a: 1 }) }, {}, { template: "{{ value.a }}" });
  expect(filled).toEqual({ text: "1" });
});

test("a text that cannot be read is reported before the run, and stops it", async () => {
  const config = { template: "{% if %}" };
  expect(template.remarksOn(config)).toMatchObject([{ severity: "error" }]);
  await expect(execute(template, {}, {}, config)).rejects.toThrow(RunError);
});
