import { firewallPolicy, presets, withPreset } from "#pillars/firewall";
import { expect, test } from "vitest";
import { z } from "zod";
import { changesTo } from "./changes.ts";
import { checksOf } from "./settings.ts";
import { panelWords } from "./words/index.ts";

const words = panelWords("en");
const schema = z.toJSONSchema(firewallPolicy, { io: "input" });
const checks = checksOf(schema, {}, words);
const fresh = firewallPolicy.parse({}).guards;

test("says what a preset changes in the words of the form", () => {
  const regulated = presets.find(({ id }) => id === "regulated");
  if (regulated === undefined) throw new Error("The preset is gone.");
  const changes = changesTo(withPreset(fresh, regulated), checks, words);
  const said = changes.flatMap(({ check, fields }) => fields.map(({ name, what }) => `${check} | ${name} | ${what}`));
  expect(said).toContain("Injected orders | How strict | Balanced → Strict");
  expect(said).toContain("Secrets | What happens | Remove → Stop");
  expect(said.find((each) => each.includes("Hidden from the model"))).toMatch(/also .*e-mail address, phone number/u);
  expect(said.find((each) => each.includes("Words in a row"))).toMatch(/14 → 8/u);
});

test("says nothing where nothing changes", () => {
  expect(changesTo(fresh, checks, words)).toEqual([]);
});

test("says what is no longer looked for", () => {
  const fewer = { ...fresh, personalData: { ...fresh.personalData, inputKinds: ["card"] } };
  expect(changesTo(fewer, checks, words)).toEqual([
    {
      check: "Personal data",
      fields: [
        {
          name: "Hidden from the model",
          what: "no longer security code, bank account, account number, national number, passport number, driving licence",
        },
      ],
    },
  ]);
});
