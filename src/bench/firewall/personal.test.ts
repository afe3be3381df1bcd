import { expect, it } from "vitest";
import { createNodeInspector } from "#hosts/node";
import { firewallCase, gatehouse } from "./index.ts";
import { measurePersonal } from "./personal.ts";

const own = gatehouse(await createNodeInspector());

it("counts the values gone, what went with them, and clean texts that came out changed", async () => {
  const card = "Please charge 4111 1111 1111 1111 for Mr Berger.";
  const cases = [
    {
      text: card,
      label: "pii",
      source: "synth",
      spans: [
        ["CREDIT_CARD", 14, 33, "x"],
        ["TITLE", 38, 40],
      ],
    },
    { text: "Where is my card?", label: "benign", source: "banking77" },
    { text: "Mail a@b.example about it.", label: "benign", source: "banking77" },
  ].map((each) => firewallCase.parse(each));
  const { rows, costs } = await measurePersonal(cases, [own]);
  expect(rows).toEqual([
    { detector: "gatehouse", source: "synth", type: "CREDIT_CARD", n: 1, gone: 1 },
    { detector: "gatehouse", source: "synth", type: "TITLE", n: 1, gone: 0 },
  ]);
  expect(costs).toEqual([{ detector: "gatehouse", characters: 21, lost: 0, clean: 1, altered: 0 }]);
  const eraser = { ...own, name: "eraser", answer: async () => ({ stopped: true, text: "", ms: 0 }) };
  expect((await measurePersonal(cases, [eraser])).costs).toEqual([
    { detector: "eraser", characters: 21, lost: 21, clean: 1, altered: 1 },
  ]);
});

it("reads values that are only named, where they stand", () => {
  const spans = [
    { label: "iban", form: "DE89" },
    { label: "name", form: "lost in translation" },
  ];
  const read = firewallCase.parse({ text: "To DE89.", label: "pii", source: "x", lang: "German", spans });
  expect(read).toMatchObject({ lang: "de", spans: [["IBAN", 3, 7]] });
  expect(firewallCase.parse({ text: "", label: "pii", source: "x", spans: "odd" }).spans).toBeUndefined();
});
