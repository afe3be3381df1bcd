import { expect, test } from "vitest";
import { attackUnheldFrames } from "./in-browser.ts";
import { ownAttacks } from "./own-attacks.ts";

/** Of each kind that a frame's walls hold: leaving, reaching the network, the page and its storage. The README has all of them. */
const held = ["navigation-2", "navigation-9", "network-4", "storage-1", "storage-3"];

test("attacks of a frame get through where nothing holds it, so that it shows where they do not", async () => {
  const frames = (await ownAttacks()).filter(({ id, place }) => place === "frame" && held.includes(id));
  const rows = await attackUnheldFrames(frames, "canary-of-the-frames");
  expect(
    rows
      .filter(({ verdict }) => verdict === "escaped")
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(held);
}, 300_000);
