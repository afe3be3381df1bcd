import { canonicalize, leafHash, readLine, toBase64Url, type JsonValue } from "#pillars/trace";
import {
  compress,
  expand,
  optionalPaths,
  packLines,
  paths,
  readLines,
  readZip,
  reseal,
  unpackLines,
  writeLines,
  writeZip,
} from "#pillars/trace/forge";
import type { Case } from "./honest.ts";
import type { Random } from "./random.ts";
import { stranger, workspace } from "./world.ts";

/** Makes another bundle or other hands of an honest case; undefined where there is nothing of that kind to change. */
export type Mutation = (honest: Case, random: Random, other: Case) => Promise<Uint8Array | undefined>;

const textMembers = [
  paths.flow,
  paths.policies,
  paths.models,
  paths.runKey,
  paths.workspaceKey,
  paths.checkpoints,
  paths.checkpoint,
  paths.ledger,
  paths.ledgerCheckpoint,
  paths.readme,
  optionalPaths.ledgerHashes,
  optionalPaths.closeProof,
  optionalPaths.cosigners,
] as const;
const packedMembers = [paths.events, paths.disclosures] as const;

/** What somebody without a key can do, and what the workspace's own key can seal afterwards. */
export const mutations: Readonly<Record<string, Mutation>> = {
  "byte of the file": async ({ bytes }, random) => nudged(bytes, random),
  "part without the list": async ({ bytes }, random) => {
    const members = readZip(bytes);
    const path = random.pick([...textMembers, ...packedMembers, paths.manifest, paths.manifestNote]);
    const data = members.get(path);
    return data && writeZip(new Map([...members, [path, nudged(data, random)]]));
  },
  "parts come and go": async ({ bytes }, random) => {
    const members = new Map(readZip(bytes));
    if (random.chance(0.5))
      members.delete(random.pick([...textMembers, ...packedMembers, paths.manifest, paths.manifestNote]));
    else members.set(random.pick(["flow/other.json", "verify.html", "trace/blobs", "x"]), new Uint8Array(3));
    return random.chance(0.5) || !members.has(paths.manifest)
      ? writeZip(members)
      : reseal(writeZip(members), new Map(), workspace);
  },
  "byte of a part": async ({ bytes }, random) => {
    const path = random.pick(textMembers);
    const data = readZip(bytes).get(path);
    return data && reseal(bytes, new Map([[path, nudged(data, random)]]), workspace);
  },
  "byte of the lines": async ({ bytes }, random) => {
    const path = random.pick(packedMembers);
    const content = expand(readZip(bytes).get(path) ?? new Uint8Array());
    return content.length === 0
      ? undefined
      : reseal(bytes, new Map([[path, compress(nudged(content, random))]]), workspace);
  },
  "byte of the compression": async ({ bytes }, random) => {
    const path = random.pick(packedMembers);
    return reseal(bytes, new Map([[path, nudged(readZip(bytes).get(path) ?? new Uint8Array(), random)]]), workspace);
  },
  "byte of a consistency proof": async ({ bytes }, random) => {
    const found = [...readZip(bytes)].filter(([path]) => path.startsWith("ledger/consistency-"));
    const proof = found[random.below(found.length)];
    return proof && reseal(bytes, new Map([[proof[0], nudged(proof[1], random)]]), workspace);
  },
  "part of another bundle": async ({ bytes }, random, other) => {
    const path = random.pick([...textMembers, ...packedMembers]);
    const data = readZip(other.bytes).get(path);
    return data && reseal(bytes, new Map([[path, data]]), workspace);
  },
  "order of lines": async ({ bytes }, random) => {
    const path = random.pick([paths.events, paths.disclosures, paths.ledger]);
    const data = readZip(bytes).get(path) ?? new Uint8Array();
    const packed = path !== paths.ledger;
    const lines = reordered(packed ? unpackLines(data) : readLines(data), random);
    return reseal(bytes, new Map([[path, packed ? packLines(lines) : writeLines(lines)]]), workspace);
  },
  "spelling of a line": async ({ bytes }, random) => {
    const path = random.pick(packedMembers);
    const lines = unpackLines(readZip(bytes).get(path) ?? new Uint8Array());
    const at = random.below(lines.length);
    const line = lines[at];
    return line === undefined
      ? undefined
      : reseal(bytes, new Map([[path, packLines(lines.with(at, respelled(line, random)))]]), workspace);
  },
  "member of a line, chained again": async ({ bytes }, random) => {
    const lines = unpackLines(readZip(bytes).get(paths.events) ?? new Uint8Array());
    return reseal(bytes, new Map([[paths.events, packLines(rechained(lines, random, changed))]]), workspace);
  },
  "ids of a line, chained again": async ({ bytes }, random, other) => {
    const [lines, others] = [bytes, other.bytes].map((each) =>
      unpackLines(readZip(each).get(paths.events) ?? new Uint8Array()),
    );
    if (lines === undefined || others === undefined || others.length === 0) return undefined;
    const borrow = (line: object) => {
      const among = random.chance(0.5) ? lines : others;
      const from = readLine(among[random.below(among.length)] ?? "");
      const name = random.pick(["span_id", "trace_id", "parent_span_id", "key"] as const);
      return { ...line, [name]: from[name] };
    };
    return reseal(bytes, new Map([[paths.events, packLines(rechained(lines, random, borrow))]]), workspace);
  },
  "checkpoints dropped": async ({ bytes }, random) => {
    const lines = unpackLines(readZip(bytes).get(paths.events) ?? new Uint8Array());
    const cut = lines.slice(0, random.below(lines.length + 1));
    return reseal(bytes, new Map([[paths.events, packLines(cut)]]), workspace);
  },
  "sealed by a stranger": async ({ bytes }, random) => {
    const key = writeLines([stranger.vkey]);
    const changes = random.chance(0.5) ? new Map([[paths.workspaceKey, key]]) : new Map<string, Uint8Array>();
    return reseal(bytes, changes, stranger);
  },
};

function nudged(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length);
  const [before, after] = [[...bytes.subarray(0, at)], [...bytes.subarray(at + 1)]];
  const here = bytes[at] ?? 0;
  switch (random.pick(["flip", "flip", "flip", "drop", "twice", "cut", "other"])) {
    case "flip":
      return Uint8Array.from([...before, here ^ (1 << random.below(8)), ...after]);
    case "drop":
      return Uint8Array.from([...before, ...after]);
    case "twice":
      return Uint8Array.from([...before, here, here, ...after]);
    case "cut":
      return Uint8Array.from(before);
    case "other":
      return Uint8Array.from([...before, random.below(256), ...after]);
  }
}

function reordered(lines: readonly string[], random: Random): string[] {
  const [at, to] = [random.below(lines.length), random.below(lines.length)];
  const [one = "", two = ""] = [lines[at], lines[to]];
  switch (random.pick(["drop", "twice", "swap", "move"])) {
    case "drop":
      return lines.toSpliced(at, 1);
    case "twice":
      return lines.toSpliced(at, 0, one);
    case "swap":
      return lines.length === 0 ? [] : lines.with(at, two).with(to, one);
    case "move":
      return lines.toSpliced(at, 1).toSpliced(to, 0, one);
  }
}

/** The same or nearly the same JSON in another spelling. */
function respelled(line: string, random: Random): string {
  const edits: [string, ...string[]] = [
    line.replace(":", ": "),
    line.replace('"v":1', '"v":1.0'),
    line.replace('"seq":', '"seq":0'),
    line.replace(/"seq":(\d+)/, '"seq":$1e0'),
    line.replace(/"seq":(\d+)/, '"seq":-$1'),
    line.replace(/"seq":(\d+)/, '"seq":"$1"'),
    line.replace(/"seq":\d+/, '"seq":9007199254740993'),
    line.replace(/"seq":\d+/, '"seq":1e+21'),
    line.replace(/"seq":\d+/, '"seq":NaN'),
    line.replace(/"seq":\d+/, '"seq":true'),
    line.replace("a", "\\u0061"),
    line.replace('"', '"\\ud800'),
    `\uFEFF${line}`,
    `${line} `,
    `${line}\r`,
    line.replace("}", ",}"),
    line.replace(/^\{/, '{"v":1,'),
    line.replace(/^\{/, '{"__proto__":1,'),
    "[".repeat(200) + "]".repeat(200),
    "null",
    "",
  ];
  return random.pick(edits);
}

type Change = (line: object, random: Random) => object;

/** Changes one member of one line anywhere and repairs every hash after it, as far as that goes without the run's key. */
function rechained(lines: readonly string[], random: Random, change: Change): string[] {
  const from = random.below(lines.length);
  const out: string[] = [];
  for (const [seq, text] of lines.entries()) {
    const before = out.at(-1);
    const line = readLine(text);
    const prev = seq > from && before !== undefined ? toBase64Url(leafHash(before)) : line.prev;
    out.push(canonicalize(seq === from ? change({ ...line, prev }, random) : { ...line, prev }));
  }
  return out;
}

function changed(line: object, random: Random): object {
  const members = Object.entries(line);
  const at = random.below(members.length);
  const name = members[at]?.[0] ?? "v";
  const value = random.pick<JsonValue>([
    "",
    "x",
    0,
    1,
    2 ** 53 - 1,
    -1,
    0.5,
    true,
    null,
    [],
    {},
    "2026-02-30T00:00:00.000Z",
    "2024-02-29T23:59:59.999Z",
    "run.close",
    { id: "a", type: "b", x: 1 },
  ]);
  return random.chance(0.15)
    ? { ...line, extra: value }
    : Object.fromEntries(
        members.flatMap(([each, old]) => (each !== name ? [[each, old]] : random.chance(0.15) ? [] : [[each, value]])),
      );
}
