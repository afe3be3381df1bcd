import { labelled, type Decision, type JsonObject, type Label } from "#engine";
import { expect, test } from "vitest";
import { execute, fromUser, userLabel } from "../bench.fixture.ts";
import { approvalGate } from "./index.ts";

const byPerson: Label = { integrity: "user", sources: [] };

function person(decide: (value: JsonObject) => Decision) {
  const asked: JsonObject[] = [];
  return {
    asked,
    people: {
      async decide(_key: string, { value }: { value: JsonObject }) {
        asked.push(value);
        return decide(value);
      },
      handOff: async () => undefined,
    },
  };
}

test("a value goes on after a yes, as the person left it", async () => {
  const { people } = person((value) => ({
    decision: "approved",
    value: { ...value, amount: 40 },
    isAsked: true,
    by: "Mara",
  }));
  const result = await execute(approvalGate, { value: fromUser({ amount: 480 }) }, { people });
  expect(result).toEqual({ approved: labelled({ amount: 40 }, userLabel, byPerson) });
});

test("a bare value is shown under a name and comes back bare", async () => {
  const { asked, people } = person((value) => ({ decision: "approved", value, isAsked: true, by: "Mara" }));
  const result = await execute(approvalGate, { value: fromUser("Publish this") }, { people });
  expect(asked).toEqual([{ value: "Publish this" }]);
  expect(result).toEqual({ approved: labelled("Publish this", userLabel, byPerson) });
});

test("after a no only the reason goes on, on the other wire", async () => {
  const { people } = person(() => ({ decision: "denied", reason: "Too much" }));
  const result = await execute(approvalGate, { value: fromUser({ amount: 480 }) }, { people });
  expect(result).toEqual({ denied: { reason: "Too much" } });
});

test("says who decides, and when", () => {
  const when = { kind: "amount", argument: "amount", above: 100 };
  expect(approvalGate.summarise({ when, approvers: ["lead"] })).toBe("Lead decides above 100 EUR");
  expect(approvalGate.summarise({})).toBe("A person decides");
});

test("says which condition, and that one cannot be read", () => {
  const config = (condition: string) => ({ when: { kind: "condition", condition } });
  expect(approvalGate.summarise(config("args.amount > 50.0"))).toBe("A person decides if args.amount > 50.0");
  expect(approvalGate.summarise({ when: { kind: "first-target" } })).toBe(
    "A person decides the first time for a target",
  );
  expect(approvalGate.remarksOn(config("args.amount > 50.0"))).toEqual([]);
  expect(approvalGate.remarksOn(config("args.amount >"))).toMatchObject([{ severity: "error" }]);
});

test("what a gate lets through by itself is nobody's choice", async () => {
  const { people } = person((value) => ({ decision: "approved", value, isAsked: false, by: "the rule of the gate" }));
  const result = await execute(approvalGate, { value: fromUser("Publish this") }, { people });
  expect(result).toEqual({ approved: labelled("Publish this", userLabel) });
});
