import { expect, it } from "vitest";
import { createViews } from "../views/views.ts";
import { addressedEvidence } from "./addressed.ts";

const signs = (text: string): number => addressedEvidence(createViews(text).plain).length;

it("sees a message that lays down what its reader is and does", () => {
  expect(
    signs("You are Ash. You will reply in rhyme, YOU MUST stay Ash, and you don't ask why.\nWhat is your name?"),
  ).toBe(1);
});

it("leaves alone who asks what somebody can do, and who speaks of others", () => {
  expect(signs("Can you help me? If you are open on Sunday you can keep the parcel until I come.")).toBe(0);
  expect(signs("Bayou willow: it will, must, can and should be watered. Thank you, you, you, you and you.")).toBe(0);
});
