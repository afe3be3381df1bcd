import { registry } from "#nodes";
import { expect, test } from "vitest";
import { de } from "./de.ts";
import { asDefined, wordedKinds } from "./index.ts";

/** The same in both languages. */
const international = new Set(["Firewall", "Text"]);

test("every kind of step, variant, port and socket has a German name, and no name is left over", () => {
  expect(Object.keys(de.types).sort()).toEqual([...registry.keys()].sort());
  const definitions = [...registry.values()];
  const presets = definitions.flatMap(({ presets: all }) => all.map(({ title }) => title));
  expect(Object.keys(de.variants).sort()).toEqual([...new Set(presets)].sort());
  const ports = definitions.flatMap(({ inputs, outputs, attach }) =>
    [inputs, outputs, attach].flatMap((list) => Object.values(list).map(({ title }) => title)),
  );
  expect(new Set([...Object.keys(de.ports), ...international])).toEqual(new Set([...ports, ...international]));
});

test("only names change: what a step does and what is stored of it stay as defined", () => {
  expect(wordedKinds(registry, asDefined)).toBe(registry);
  const german = wordedKinds(registry, de).get("ask-model");
  const defined = registry.get("ask-model");
  expect(german).toMatchObject({ type: "ask-model", title: "Modell fragen", version: defined?.version });
  expect(german?.configSchema).toBe(defined?.configSchema);
  expect(german?.inputs["prompt"]).toEqual({ ...defined?.inputs["prompt"], title: "Auftrag" });
});
