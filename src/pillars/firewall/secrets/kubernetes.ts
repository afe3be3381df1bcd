import { fromBase64 } from "./checks.ts";
import type { FoundSecret } from "./found.ts";
import { isStandIn } from "./stand-ins.ts";

const kindLine = /^[ \t-]{0,20}["']?kind["']?:[ \t]{0,4}["']?secret\b/gimu;
/** Whatever the kind is, once its line is complete. */
const anyKind = /^[ \t-]{0,20}["']?kind["']?:[^\n]{1,80}\n/mu;
const dataLine = /^[ \t]{0,20}["']?(data|stringData)["']?:[ \t]{0,4}[{]?[ \t]{0,4}$/mu;
const entry =
  /^[ \t]{1,20}["']?[\w.-]{1,80}["']?:[ \t]{0,4}(?:[|>][-+]?[ \t]{0,4}\n[ \t]{1,24})?["']?([^\s"'#]{6,4000})/gmu;
/** How far from its kind a manifest's data is looked for; units. */
const reach = 1500;

/** The values of a Secret manifest (Kubernetes API v1): base64 under `data`, plain under `stringData`. */
export function* manifestSecrets(text: string): Generator<FoundSecret> {
  let from = 0;
  for (const kind of text.matchAll(kindLine)) {
    if (kind.index < from) continue;
    const start = Math.max(from, documentStart(text, kind.index));
    const stop = documentEnd(text, kind.index);
    from = stop;
    yield* valuesIn(text.slice(start, stop), start);
  }
}

/** Where a manifest's data begins whose kind may be still to come, for a text that is arriving; its length if none. */
export function openManifest(text: string): number {
  const from = Math.max(0, text.length - reach);
  const start = from + text.slice(from).lastIndexOf("\n---") + 1;
  const manifest = text.slice(start);
  const data = dataLine.exec(manifest);
  return data === null || anyKind.test(manifest) ? text.length : start + data.index;
}

function* valuesIn(manifest: string, offset: number): Generator<FoundSecret> {
  const data = dataLine.exec(manifest);
  if (data === null) return;
  const first = data.index + data[0].length;
  const isPlain = data[1] === "stringData";
  for (const match of manifest.slice(first, first + reach).matchAll(entry)) {
    const value = match[1] ?? "";
    if (isStandIn(value) || (!isPlain && fromBase64(value) === undefined) || isStandIn(fromBase64(value) ?? ""))
      continue;
    const start = offset + first + match.index + match[0].length - value.length;
    yield {
      category: "assigned-secret",
      score: 0.8,
      start,
      end: start + value.length,
      issuer: "Kubernetes",
      noun: "secret",
    };
  }
}

function documentStart(text: string, at: number): number {
  const from = Math.max(0, at - reach);
  return Math.max(from, from + text.slice(from, at).lastIndexOf("\n---"));
}

function documentEnd(text: string, at: number): number {
  const rest = text.slice(at, at + reach);
  const mark = rest.indexOf("\n---");
  return at + (mark === -1 ? rest.length : mark);
}
