import { expect, test } from "vitest";
import { shownSettings } from "./settings.ts";

test("what is not stored, or cannot be taken, is shown as the step's own default", () => {
  const usual = {
    purpose: "",
    language: "javascript",
    library: "small",
    source: "return input;",
    seconds: 1,
    megabytes: 64,
    calls: 20,
  };
  expect(shownSettings({})).toEqual(usual);
  expect(shownSettings({ seconds: 5, megabytes: "many", language: "cobol" })).toEqual({ ...usual, seconds: 5 });
});
