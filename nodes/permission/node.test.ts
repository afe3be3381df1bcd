import { expect, test } from "vitest";
import { registry } from "#nodes";
import { permission } from "./index.ts";

test("starts with a rule for each tool: reading alone, paying only after a person", () => {
  const tools = ["look-up-order", "refund"].flatMap((type) => registry.get(type)?.toolsFor({}) ?? []);
  const config = permission.starterConfig(tools);
  expect(permission.governedBy(config)).toEqual(["look_up_order", "refund"]);
  const rules = permission.configSchema.parse(config)["rules"];
  expect(rules).toMatchObject([{ allow: "alone" }, { allow: "ask", amount: { argument: "amount", aloneUpTo: 0 } }]);
});

test("governs nothing that it has no rule for", () => {
  expect(permission.governedBy({})).toEqual([]);
  expect(permission.summarise({})).toBe("Allows nothing");
});
