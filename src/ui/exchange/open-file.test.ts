import type { Flow } from "#engine";
import { templates } from "#templates";
import fc from "fast-check";
import { gzipSync, strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { exchangeWords } from "../messages/exchange/index.ts";
import { flowFileName, flowFileText } from "./flow-file.ts";
import { largestMegabytes, openFile } from "./open-file.ts";
import type { ForeignFile } from "./open-file.ts";

const t = exchangeWords("en").refused;
const noKeys = async () => [];

function fileOf(content: string | Uint8Array<ArrayBuffer>, name = "flow.gatehouse.json"): ForeignFile {
  return new File([content], name);
}

async function refusalOf(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const opened = await openFile(fileOf(content), noKeys, t);
  if (opened.kind !== "refused") throw new Error(`It was opened as a ${opened.kind}.`);
  return opened.sentence;
}

function withKey(path: string, json: string): string {
  return flowFileText(someFlow()).replace(path, `${json}, ${path}`);
}

function someFlow(): Flow {
  const [template] = templates;
  if (template === undefined) throw new Error("There is no template.");
  return template.flow;
}

test.each(templates.map(({ flow }) => [flow.id, flow] as const))("%s comes back as it went out", async (_, flow) => {
  const text = flowFileText(flow);
  expect(await openFile(fileOf(text), noKeys, t)).toEqual({ kind: "flow", flow });
});

describe("a hostile file ends in one sentence", () => {
  test.each([
    ["nothing", "", t.empty],
    ["blanks", "  \n ", t.empty],
    ["broken JSON", '{"schemaVersion": 1', t.notJson],
    ["a prototype", withKey('"title"', '"__proto__": {"trusted": true}'), t.forbiddenName("__proto__")],
    ["a prototype deep down", withKey('"purpose"', '"constructor": {"prototype": {}}'), t.forbiddenName("prototype")],
    ["an escaped prototype", withKey('"title"', '"\\u005f_proto__": {}'), t.forbiddenName("__proto__")],
    ["an array", "[]", "This is not a flow: it is not a JSON object."],
    ["a deep nest", `${"[".repeat(200_000)}${"]".repeat(200_000)}`, t.tooDeep],
    [
      "a newer version",
      flowFileText(someFlow()).replace('"schemaVersion": 1', '"schemaVersion": 9'),
      /newer Gatehouse/,
    ],
    ["an unknown key", withKey('"title"', '"trusted": true'), /not valid/],
    ["grants in a flow", withKey('"title"', '"grants": []'), /not valid/],
    ["an odd id", flowFileText(someFlow()).replace('"id": "support-refunds"', '"id": "../../etc"'), /not valid at id/],
  ])("%s", async (_, content, sentence) => {
    const found = await refusalOf(content);
    if (typeof sentence === "string") expect(found).toBe(sentence);
    else expect(found).toMatch(sentence);
    expect(found).not.toMatch(/\n|Error:|undefined/);
  });

  test("bytes that are no text", async () => {
    expect(await refusalOf(Uint8Array.of(0xff, 0xfe, 0x00, 0x41))).toBe(t.notText);
  });

  test("a zip that is no bundle, and one that hides more than it holds", async () => {
    const bomb = zipSync({ "flow/flow.json": new Uint8Array(4_000_000), "manifest.json": strToU8("{}") });
    expect(await refusalOf(new Uint8Array(bomb))).toMatch(/not a Gatehouse bundle/);
    expect(await refusalOf(new Uint8Array([0x50, 0x4b, ...gzipSync(strToU8("x"))]))).toMatch(/not a Gatehouse bundle/);
  });

  test("a file over the limit is not even read", async () => {
    const huge: ForeignFile = {
      name: "huge.json",
      size: largestMegabytes * 2 ** 20 + 1,
      arrayBuffer: () => Promise.reject(new Error("It was read.")),
    };
    expect(await openFile(huge, noKeys, t)).toEqual({ kind: "refused", sentence: t.tooLarge(largestMegabytes) });
    expect(await openFile({ ...huge, size: 1 }, noKeys, t)).toEqual({ kind: "refused", sentence: t.unreadable });
  });

  test("any JSON at all never throws, and only a flow is one", async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (json) => {
        expect((await openFile(fileOf(json), noKeys, t)).kind).toBe("refused");
      }),
    );
  });
});

test("a file's name says what it is on every system", () => {
  expect(flowFileName("Refunds: 2026/07 <draft>")).toBe("Refunds 2026 07 draft.gatehouse.json");
  expect(flowFileName("../..")).toBe("flow.gatehouse.json");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (title) => {
      expect(flowFileName(title)).toMatch(/^[\p{L}\p{N}_-][\p{L}\p{N} ._-]*\.gatehouse\.json$/u);
    }),
  );
});
