import { expect, test } from "vitest";
import { chat, execute, fromUser } from "../bench.fixture.ts";
import { handOff } from "./index.ts";

test("hands over once and tells the one who writes", async () => {
  const { conversation, said } = chat("I want to complain about my manager");
  const handed: string[] = [];
  const people = {
    decide: async () => ({ decision: "denied", reason: "" }) as const,
    handOff: async (_key: string, to: string, sentence: string) => {
      handed.push(`${to}: ${sentence}`);
    },
  };
  const config = { to: "HR", sentence: "HR answers you in confidence." };
  await execute(handOff, { text: fromUser("I want to complain") }, { conversation, people }, config);
  expect(handed).toEqual(["HR: HR answers you in confidence."]);
  expect(said.map((each) => each.data)).toEqual(["HR answers you in confidence."]);
});

test("refuses to hand over without a word", () => {
  expect(handOff.summarise({ sentence: "" })).toBe("Needs settings");
});
