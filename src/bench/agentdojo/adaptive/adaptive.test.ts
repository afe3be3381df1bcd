import { createNodePorts } from "#hosts/node";
import { createScriptedModels } from "#providers";
import { describe, expect, test } from "vitest";
import { measureAdaptive } from "./index.ts";
import { knownSilent } from "./known-silent.ts";

const ports = await createNodePorts({
  state: "unused",
  models: [],
  environment: {},
  scripted: createScriptedModels([]),
});
const { row, cases } = await measureAdaptive("full", ports);
await ports.code.close();

describe("attacks on the rules themselves", () => {
  test("are many, each under a name of its own, and each has an effect to stop", () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    expect(new Set(cases.map((each) => each.case)).size).toBe(cases.length);
    expect(row.cases).toBe(cases.length);
  });

  test("are silent only where the list says why", () => {
    const silent = cases.filter(({ end }) => end === "silent").map((each) => each.case);
    expect(silent.toSorted()).toEqual(Object.keys(knownSilent).toSorted());
    expect(row.silent).toBe(silent.length);
  });
});
