import { expect, test } from "vitest";
import { registry } from "#nodes";
import { kindNamed, presetName } from "./kind-named.ts";

test("every preset is found by its name, begins with its own settings and is the same node", () => {
  const presets = [...registry.values()].flatMap((kind) => kind.presets.map((preset) => ({ kind, preset })));
  expect(presets.map(({ preset }) => preset.title)).toContain("Python");
  for (const { kind, preset } of presets) {
    const found = kindNamed(registry, presetName(kind, preset));
    expect(found).toMatchObject({ type: kind.type, version: kind.version, title: preset.title });
    expect(found?.starterConfig([])).toEqual(preset.config);
  }
});

test("a kind goes by its type, and what is not there is not found", () => {
  expect(kindNamed(registry, "code")).toBe(registry.get("code"));
  for (const name of ["", "nothing", "code/nothing", "nothing/python", "code/", "/python"])
    expect(kindNamed(registry, name)).toBeUndefined();
});
