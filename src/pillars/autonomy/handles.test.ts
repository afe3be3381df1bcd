import type { JsonValue } from "#engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { integrityLevels } from "#engine";
import { resolveHandles } from "./handles.ts";
import { leaves } from "./leaves.ts";
import type { LabelledText } from "./origin.ts";
import { traceArguments } from "./provenance.ts";

function answered(key: string, value: JsonValue, tool = "list_files"): LabelledText {
  return {
    kind: "result",
    key,
    tool,
    title: "answer of list files",
    value,
    origins: { "*.id": "system", "*.size": "system" },
    args: {},
    query: {},
    queryRoles: {},
    created: false,
  };
}

const said: LabelledText = {
  kind: "text",
  key: "t1/in",
  title: "your message",
  integrity: "user",
  text: "Delete the largest file of Ann",
};
const files: JsonValue = [
  { id: "f1", size: 10, owner: "Ann", names: ["a", "b"] },
  { id: "f2", size: 300, owner: "Bo", "odd.name": "dotted" },
];
const values = [said, answered("k1", [{ id: "old", size: 1 }]), answered("k2", files)];

describe("a handle", () => {
  it.each([
    ["list_files#1.id", "f2"],
    ["list_files/1#0.id", "old"],
    ["list_files/2#0.names", ["a", "b"]],
    ["list_files#1.odd\\.name", "dotted"],
    ["list_files", files],
  ])("%s stands for what is there", ($ref, value) => {
    expect(resolveHandles({ file: { $ref } }, values)).toMatchObject({ ok: true, args: { file: value } });
  });

  it.each([
    ["nothing at that place", "list_files#7.id"],
    ["no such result", "list_files/9#0.id"],
    ["no such tool", "read_mail#0.id"],
    ["a property that every object has", "list_files#0.constructor"],
    ["no handle", "0.id of list_files"],
  ])("refuses %s in one sentence", (_, $ref) => {
    const resolved = resolveHandles({ file: { $ref } }, values);
    expect(resolved.ok ? "" : resolved.sentence).toMatch(/^[A-Z].+\.$/u);
  });

  it("may stand deep inside arguments, and beside nothing else", () => {
    expect(resolveHandles({ to: [{ id: { $ref: "list_files#0.id" } }] }, values)).toMatchObject({
      ok: true,
      args: { to: [{ id: "f1" }] },
    });
    expect(resolveHandles({ file: { $ref: "list_files#0.id", more: 1 } }, values).ok).toBe(false);
  });

  it("brings where the value came from", () => {
    const resolved = resolveHandles(
      { file: { $ref: "list_files#1.id" }, names: { $ref: "list_files#0.names" } },
      values,
    );
    if (!resolved.ok) throw new Error(resolved.sentence);
    const traced = traceArguments(resolved.args, { values }, resolved.places);
    expect(traced["file"]).toMatchObject({ label: { integrity: "resolved" }, origin: { key: "k2", path: "1.id" } });
    expect(traced["names.1"]).toMatchObject({ label: { integrity: "untrusted" }, origin: { key: "k2" } });
  });

  it("is never worth more than the same value written again", () => {
    const places = values.flatMap((source) =>
      source.kind === "result" ? leaves(source.value).map(({ path }) => [source.key, path] as const) : [],
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.lorem(), ([key, path], text) => {
        const seen = [{ ...said, text: `${said.text} ${text}` }, ...values.slice(1)];
        const resolved = resolveHandles({ file: { $ref: `list_files/${key.slice(1)}#${path}` } }, seen);
        if (!resolved.ok) throw new Error(resolved.sentence);
        const rank = (places?: Parameters<typeof traceArguments>[2]) =>
          integrityLevels.indexOf(
            traceArguments(resolved.args, { values: seen }, places)["file"]?.label.integrity ?? "untrusted",
          );
        expect(rank(resolved.places)).toBeGreaterThanOrEqual(rank());
      }),
    );
  });
});
