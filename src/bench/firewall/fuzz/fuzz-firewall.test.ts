import { expect, it } from "vitest";
import { createNodeInspector } from "#hosts/node";
import { seededRandom } from "../random.ts";
import { fuzzFirewall } from "./fuzz-firewall.ts";

it("gets through random and mutated texts without a failure", async () => {
  expect(await fuzzFirewall(400, seededRandom(2), await createNodeInspector())).toEqual([]);
});

it("notices what throws, points elsewhere or does not come back", async () => {
  const verdict = {
    verdict: "allow",
    enforced: "allow",
    score: 0,
    doubt: 0,
    passable: true,
    placeholders: [],
  } as const;
  const finding = { guard: "words", category: "custom-word", score: 1, reason: "Found.", action: "warn" } as const;
  const faults = [
    () => Promise.reject(new Error("broken")),
    async () => ({ ...verdict, text: "", findings: [{ ...finding, start: 0, end: 1_000_000 }] }),
    async () => ({ ...verdict, text: "\u0000".repeat(1000), findings: [] }),
  ];
  for (const inspect of faults)
    expect((await fuzzFirewall(20, seededRandom(2), { inspect })).length).toBeGreaterThan(0);
});
