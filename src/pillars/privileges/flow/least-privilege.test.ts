import { describe, expect, it } from "vitest";
import type { Flow } from "#engine";
import { jsonObject } from "#engine";
import { registry } from "#nodes";
import { templates } from "#templates";
import { permissionConfig, rule } from "../rule.ts";
import { sentenceText } from "../sentence.ts";
import { adoptRules, smallerRules } from "./least-privilege.ts";
import type { RecordedUse } from "./recorded-use.ts";

function flowWith(...rules: readonly object[]): Flow {
  const flow = templates.find(({ id }) => id === "support-refunds")?.flow;
  if (flow === undefined) throw new Error("The template is missing.");
  const parsed = permissionConfig.parse({ rules: rules.map((each) => rule.parse({ tool: "refund", ...each })) });
  const config = jsonObject.parse(JSON.parse(JSON.stringify(parsed)));
  return { ...flow, nodes: flow.nodes.map((node) => (node.type === "permission" ? { ...node, config } : node)) };
}

const use = (amount: number, more: Partial<RecordedUse> = {}): RecordedUse => ({
  step: "agent",
  tool: "refund",
  role: "customer",
  isAlone: true,
  turn: "t1",
  arguments: { amount },
  ...more,
});

const upTo = (aloneUpTo: number) => ({
  allow: "alone",
  amount: { argument: "amount", aloneUpTo },
  roles: ["customer"],
});
const proposed = (rules: readonly object[], ...chats: readonly (readonly RecordedUse[])[]) =>
  smallerRules(flowWith(...rules), registry, chats);

describe("the smallest rules that would have done", () => {
  it("never allow what no chat has used", () => {
    expect(proposed([upTo(100)], [], [])).toMatchObject([{ after: { allow: "never" }, used: 0 }]);
  });

  it("end at the largest amount that was used alone, in round figures", () => {
    const [change] = proposed([upTo(100)], [use(12.5)], [use(41.2), use(300, { isAlone: false })]);
    expect(change).toMatchObject({ after: { amount: { aloneUpTo: 42 }, uses: { count: 1, per: "chat" } }, used: 3 });
  });

  it("keep the amount where one cannot be read", () => {
    const [change] = proposed([upTo(100)], [use(12), use(1, { arguments: {} })]);
    expect(change?.after.amount?.aloneUpTo).toBe(100);
  });

  it("ask where a person was asked every time", () => {
    expect(proposed([{ allow: "alone" }], [use(5, { isAlone: false })])).toMatchObject([{ after: { allow: "ask" } }]);
    expect(proposed([upTo(100)], [use(5, { isAlone: false })])).toMatchObject([
      { after: { allow: "alone", amount: { aloneUpTo: 0 } } },
    ]);
  });

  it("count the most uses of a chat or a message", () => {
    const [perChat] = proposed([{ allow: "alone", uses: { count: 9, per: "chat" } }], [use(1), use(2)], [use(3)]);
    expect(perChat?.after.uses).toEqual({ count: 2, per: "chat" });
    const turns = [use(1), use(2), use(3, { turn: "t2" })];
    const [perTurn] = proposed([{ allow: "alone", uses: { count: 9, per: "turn" } }], turns);
    expect(perTurn?.after.uses).toEqual({ count: 2, per: "turn" });
  });

  it("do not count how often something is read", () => {
    const read = { tool: "look_up_order", allow: "alone", uses: { count: 1, per: "call" }, roles: ["customer"] };
    expect(proposed([read], [use(1, { tool: "look_up_order" })])).toEqual([]);
  });

  it("say themselves, with the name of the step they bind", () => {
    const [change] = proposed([upTo(100)], []);
    expect(change && sentenceText(change.now)).toMatch(
      /^When a customer speaks, Support agent may refund up to 100 EUR/u,
    );
    expect(change && sentenceText(change.instead)).toBe("When a customer speaks, Support agent may never refund.");
  });

  it("name only those who have spoken", () => {
    const [change] = proposed([{ allow: "ask" }], [use(1, { isAlone: false })]);
    expect(change?.after.roles).toEqual(["customer"]);
  });

  it("keep everybody under a ceiling that a rule sets", () => {
    const ceiling = { allow: "alone", amount: { argument: "amount", aloneUpTo: 100, neverAbove: 500 } };
    expect(proposed([ceiling], [use(12)])).toMatchObject([{ after: { roles: [], amount: { aloneUpTo: 12 } } }]);
  });

  it("leave a rule alone that was needed as it is, and one that says never", () => {
    const needed = { ...upTo(42), uses: { count: 1, per: "chat" } };
    expect(proposed([needed], [use(42)])).toEqual([]);
    expect(proposed([{ allow: "never" }], [])).toEqual([]);
  });

  it("count nothing of other steps and other people", () => {
    const others = [use(1, { step: "elsewhere" }), use(1, { role: "lead" })];
    expect(proposed([upTo(100)], others)).toMatchObject([{ used: 0 }]);
  });

  it("are put into the flow, and leave nothing more to propose", () => {
    const flow = flowWith(upTo(100));
    const chats = [[use(12)], [use(41)]];
    const adopted = adoptRules(flow, smallerRules(flow, registry, chats)).flow;
    expect(smallerRules(adopted, registry, chats)).toEqual([]);
    expect(permissionConfig.parse(adopted.nodes.find(({ type }) => type === "permission")?.config).rules).toMatchObject(
      [{ amount: { aloneUpTo: 41 } }],
    );
  });
});
