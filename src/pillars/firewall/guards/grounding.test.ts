import { describe, expect, it } from "vitest";
import { firewallPolicy, inspect } from "../index.ts";
import type { Finding } from "../index.ts";

const sources = [
  "Parental leave. Employees may take parental leave of up to 14 weeks. It has to be requested eight weeks ahead from Grace Hopper in Lisbon.",
  "Travel. Hotels are refunded up to 120 EUR a night. Flights above 1,500.00 EUR need the approval of the finance team.",
  "Urlaub. Der Resturlaub verfällt am 31.03.2025, sofern er nicht vorher genehmigt wurde.",
  "育児休業は子が満2歳になるまで取得できます。申請は開始日の30日前までに人事部へ提出してください。",
];

function findings(text: string, setting: object = {}, question = "How long is parental leave?"): readonly Finding[] {
  const policy = firewallPolicy.parse({ guards: { grounding: { action: "redact", ...setting } } });
  const context = { sources, trustedText: [question], instructions: "You help the people of Northwind." };
  return inspect({ text, direction: "output", from: "model", context, only: ["grounding"] }, policy).findings;
}
const categories = (text: string, setting?: object, question?: string): readonly string[] =>
  findings(text, setting, question).map(({ category }) => category);

describe("a statement that the sources support", () => {
  it.each([
    "You may take up to 14 weeks of parental leave, and Grace Hopper needs your request 8 weeks ahead.",
    "Flights above 1500 EUR need approval; hotels are refunded up to EUR 120.00 a night.",
    "Der Resturlaub verfällt am 31. März 2025.",
    "Elternzeit ist bis zu 14 Wochen möglich. Bitte wenden Sie sich an Grace Hopper.",
    "Le congé parental dure au plus 14 semaines.",
    "申請は開始日の３０日前までに人事部へ提出してください。",
    "Northwind grants 14 weeks.",
    "I'm sorry, I could not find that. Would you like me to ask somebody else?",
    "- **Hotels**: up to 120 EUR\n- **Flights**: approval above 1,500 EUR",
    "Two nights come to 240 EUR, as 2 nights of 120 EUR are 240 EUR.",
  ])("passes: %s", (text) => {
    expect(findings(text)).toEqual([]);
  });
});

describe("a statement that they do not support", () => {
  it.each([
    ["another number", "You may take up to 16 weeks of parental leave.", "unsupported-number"],
    ["another amount", "Flights above 15,000 EUR need approval.", "unsupported-number"],
    ["another day", "Der Resturlaub verfällt am 29.04.2025.", "unsupported-number"],
    ["a number of something else", "The gym membership costs 120 EUR per person.", "unsupported-number"],
    ["a number only the question has", "Yes, sabbaticals last 90 days.", "unsupported-number"],
    ["another name", "Send your request to Alan Turing in the office.", "unsupported-name"],
    ["other matters", "Astronauts regularly water cactuses beneath crystal mountains.", "unsupported-statement"],
    ["another number, in French", "Le congé parental dure au plus 20 semaines.", "unsupported-number"],
    ["another number, in Japanese", "申請は開始日の60日前までに提出してください。", "unsupported-number"],
    ["other digits", "يمكنك أخذ إجازة مدتها ٢٠ أسبوعا.", "unsupported-number"],
  ])("is found: %s", (_what, text, category) => {
    expect(categories(text, {}, "Do sabbaticals last 90 days?")).toEqual([category]);
  });

  it("is pointed at, with what is missing", () => {
    const text = "Thanks for asking! Parental leave is 14 weeks. You also get 500 EUR for toys. Anything else?";
    const [found, ...others] = findings(text);
    expect(others).toEqual([]);
    expect(text.slice(found?.start, found?.end)).toBe("You also get 500 EUR for toys.");
    expect(found?.reason).toBe("No source says 500.");
  });

  it("counts by how strict the check is", () => {
    const name = "Send your request to Alan Turing in the office.";
    expect(categories(name, { sensitivity: "low" })).toEqual([]);
    expect(categories("Leave is 16 weeks.", { sensitivity: "low" })).toEqual(["unsupported-number"]);
    const partly = "Employees request approval before planting lavender around old windmills.";
    expect(categories(partly)).toEqual([]);
    expect(categories(partly, { sensitivity: "high" })).toEqual(["unsupported-statement"]);
  });

  it("may be one of several where not every statement has to be supported", () => {
    const good = "Parental leave is 14 weeks. Hotels cost up to 120 EUR. ";
    const bad = "Toys are 500 EUR. ";
    expect(categories(good + bad, { share: "half" })).toEqual([]);
    expect(categories(good + bad, { share: "most" })).toEqual(["unsupported-number"]);
    expect(categories(bad + bad + good, { share: "half" })).toEqual([]);
    expect(categories(bad + bad + bad + good, { share: "half" })).toHaveLength(3);
  });
});

it("says nothing where there is nothing to rest on, or where it is no answer yet", () => {
  const policy = firewallPolicy.parse({ guards: { grounding: { action: "block" } } });
  const reply = { text: "It takes 99 weeks.", direction: "output", from: "model", only: ["grounding"] } as const;
  expect(inspect(reply, policy).verdict).toBe("allow");
  expect(inspect({ ...reply, context: { sources }, isAnswer: false }, policy).verdict).toBe("allow");
  expect(inspect({ ...reply, context: { sources } }, policy).verdict).toBe("block");
});
