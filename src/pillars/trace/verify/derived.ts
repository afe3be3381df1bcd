import { equalBytes } from "../bytes.ts";
import { expand } from "../bundle/gzip.ts";
import { derivedPaths, derivedParts } from "../derived/derive.ts";
import type { TraceLine } from "../line.ts";
import { createEventReader } from "../read.ts";
import type { Container } from "./container.ts";
import { attempt, demand } from "./fault.ts";
import type { CheckedValues } from "./values.ts";

/** Parts for other tools say what the record says, and show no value that it does not show. A bundle may have none of them. */
export function checkDerived(
  { members, manifest }: Container,
  lines: readonly TraceLine[],
  { bySeq }: Pick<CheckedValues, "bySeq">,
): void {
  const present = derivedPaths.filter((path) => members.has(path));
  const [part] = present;
  if (part === undefined) return;
  const reader = createEventReader(manifest.origin);
  const expected = attempt("E27", { part }, () =>
    derivedParts(
      manifest.origin,
      lines.map((line) => reader.read(line, bySeq.get(line.seq) ?? {})),
    ),
  );
  for (const path of present) {
    const content = expected.get(path) ?? new Uint8Array();
    const found = attempt("E27", { part: path }, () => expand(members.get(path) ?? new Uint8Array(), content.length));
    demand(equalBytes(found, content), "E27", { part: path });
  }
}
