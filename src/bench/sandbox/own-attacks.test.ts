import { expect, test } from "vitest";
import { ownAttacks } from "./own-attacks.ts";

test("the project's own attacks can be read, have names of their own, and there are enough against each wall", async () => {
  const attacks = await ownAttacks();
  expect(new Set(attacks.map(({ id }) => id)).size).toBe(attacks.length);
  const count = (wanted: (attack: (typeof attacks)[number]) => boolean) => attacks.filter(wanted).length;
  expect(count(({ place }) => place === "worker" || place === "frame")).toBeGreaterThanOrEqual(60);
  expect(count(({ language }) => language === "python")).toBeGreaterThanOrEqual(60);
});
