import { expect, test } from "vitest";
import { note } from "./index.ts";

test("shows its first line and does nothing", () => {
  expect(note.summarise({ text: "\n  \nCheck with legal\nbefore June" })).toBe("Check with legal");
  expect(note.runs).toBe(false);
});
