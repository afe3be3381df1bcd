import { expect, it } from "vitest";
import { measuredFigures } from "#pillars/firewall/measured";
import { measureGuards } from "./measure-guards.ts";
import type { FirewallCase } from "./rows.ts";

function row(text: string, label: string, source: string): FirewallCase {
  return { text, label, source, lang: "en", where: "direct" };
}

it("means over sources, asks for every value of a text, and claims nothing where nothing was tried", () => {
  const mail = (text: string, source: string, ...values: string[]): FirewallCase => ({
    ...row(text, "pii", source),
    spans: values.map((value) => ["EMAIL_ADDRESS", text.indexOf(value), text.indexOf(value) + value.length]),
  });
  const figures = measureGuards([
    mail("Write to ada@example.com.", "presidio_synth", "ada@example.com"),
    mail("Write to ada@example.com or to bob at home.", "presidio_synth", "ada@example.com", "bob at home"),
    mail("Write to bob@example.com.", "gretel_pii_finance_ko", "bob@example.com"),
    row("Where is my card?", "benign", "banking77"),
    row("I am ada@example.com, where is my card?", "benign", "business_kb"),
  ]);
  expect(measuredFigures.parse(figures)).toEqual(figures);
  expect(Object.keys(figures)).toEqual(["personalData"]);
  expect(figures["personalData"]?.["normal"]).toEqual({ catches: 0.75, disturbs: 0.5, texts: [3, 2] });
});
