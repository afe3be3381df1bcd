import { labelled } from "#engine";
import { expect, test } from "vitest";
import { chat, execute, outsideLabel } from "../bench.fixture.ts";
import { reply } from "./index.ts";

test("says what comes in, and keeps where it came from", async () => {
  const { conversation, said } = chat("Hello");
  await execute(reply, { text: labelled("It is on its way.", outsideLabel) }, { conversation });
  expect(said).toEqual([{ data: "It is on its way.", label: outsideLabel }]);
});

test("with a sentence of its own it says that, whatever comes in", async () => {
  const { conversation, said } = chat("Hello");
  const stopped = { text: labelled({ code: "timeout" }, outsideLabel) };
  await execute(reply, stopped, { conversation }, { text: "A colleague takes over." });
  expect(said).toEqual([{ data: "A colleague takes over.", label: { integrity: "author", sources: [] } }]);
  expect(reply.summarise({ text: "A colleague takes over." })).toBe("“A colleague takes over.”");
});
