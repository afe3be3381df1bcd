import { expect, test } from "vitest";
import { wayOf } from "./way-of.ts";

const files = { version: "1", digests: { "./": "a", "assets/app-1.js": "b", "theme.js": "c", "verify.html": "d" } };
const scope = "https://shop.example/gate/";
const ask = (path: string, rest: { method?: string; mode?: "navigate" | "cors" } = {}) =>
  wayOf({ method: "GET", mode: "cors", url: new URL(path, scope).href, ...rest }, scope, files);

test("the page is asked of the network first, so that a new version arrives", () => {
  for (const path of ["", "index.html", "?from=mail"])
    expect(ask(path, { mode: "navigate" })).toEqual({ path: "./", from: "network" });
});

test("what carries its digest in its name is taken from what is kept", () => {
  expect(ask("assets/app-1.js")).toEqual({ path: "assets/app-1.js", from: "kept" });
  expect(ask("theme.js")).toEqual({ path: "theme.js", from: "network" });
});

test("nothing else is touched", () => {
  expect(ask("assets/app-2.js")).toBeUndefined();
  expect(ask("constructor")).toBeUndefined();
  expect(ask("assets/app-1.js", { method: "POST" })).toBeUndefined();
  expect(ask("/theme.js")).toBeUndefined();
  expect(ask("https://models.example/gate/theme.js")).toBeUndefined();
  expect(ask("verify.html", { mode: "navigate" })).toEqual({ path: "verify.html", from: "network" });
});
