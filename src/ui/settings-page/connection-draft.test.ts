import { connection } from "#providers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { settingsWords } from "../messages/settings/index.ts";
import { readDraft, type ConnectionDraft } from "./connection-draft.ts";
import { presetIds, presets } from "./presets.ts";

const t = settingsWords("en").problems;
const draft: ConnectionDraft = {
  kind: "openai-compatible",
  title: "My server",
  baseURL: "https://models.example.com/v1/",
  models: "large\n\n small \nlarge",
  key: "sk-1",
  keep: "device",
};

test("a filled form is a connection that holds the name of a key, not the key", () => {
  const read = readDraft(draft, undefined, [], t);
  expect(read).toEqual({
    ok: true,
    connection: {
      id: "my-server",
      kind: "openai-compatible",
      title: "My server",
      baseURL: "https://models.example.com/v1",
      models: ["large", "small"],
      keyRef: "key-my-server",
    },
  });
  expect(JSON.stringify(read)).not.toContain("sk-1");
});

test("each field says what is wrong with it", () => {
  expect(readDraft({ ...draft, title: " ", baseURL: "ftp://x", models: "\n" }, undefined, [], t)).toEqual({
    ok: false,
    problems: { title: t.title, baseURL: t.address, models: t.models },
  });
  const open = { ...draft, baseURL: "http://models.example.com/v1" };
  expect(readDraft(open, undefined, [], t)).toEqual({ ok: false, problems: { baseURL: t.unencrypted } });
  expect(readDraft({ ...open, key: "" }, undefined, [], t).ok).toBe(true);
  expect(readDraft({ ...draft, baseURL: "http://localhost:11434/v1" }, undefined, [], t).ok).toBe(true);
});

test("a stored key does not move to another address", () => {
  const before = connection.parse({
    kind: "openai-compatible",
    baseURL: presets.openai.baseURL,
    id: "a",
    title: "A",
    models: ["m"],
    keyRef: "key-a",
  });
  const moved = { ...draft, key: "", baseURL: "https://evil.example.com/v1" };
  expect(readDraft(moved, before, ["a"], t)).toEqual({ ok: false, problems: { key: t.rebind } });
  expect(readDraft({ ...moved, baseURL: "https://api.openai.com/v2" }, before, ["a"], t).ok).toBe(true);
});

test("any name gives an id of its own that a flow can use", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 80 }), fc.array(fc.string()), (title, taken) => {
      const read = readDraft({ ...draft, title }, undefined, ["embedded", ...taken], t);
      if (!read.ok) expect(title.trim()).toBe("");
      else expect([...taken, "embedded", "scripted"]).not.toContain(read.connection.id);
    }),
  );
});

test("every preset is a connection once a model is named", () => {
  for (const id of presetIds.filter((each) => each !== "other")) {
    const { kind, baseURL, example } = presets[id];
    expect(readDraft({ ...draft, kind, baseURL, title: id, models: example }, undefined, [], t).ok, id).toBe(true);
  }
});
