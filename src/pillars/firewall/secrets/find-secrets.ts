import { assignedTo } from "./assigned.ts";
import { indexAnchors } from "./anchors.ts";
import { commandSecrets } from "./commands.ts";
import type { FoundSecret } from "./found.ts";
import { issuedAt } from "./issued.ts";
import type { Attempt } from "./issued.ts";
import type { NamedKind } from "./kind.ts";
import { issuedKinds, namedKinds } from "./kinds/index.ts";
import { manifestSecrets } from "./kubernetes.ts";
import { privateKeys } from "./private-keys.ts";
import { Runs } from "./runs.ts";
import { seedPhrases } from "./seed-phrases.ts";
import { tableSecrets } from "./tables.ts";
import { Values } from "./values.ts";
import { secretWords } from "./words.ts";
import type { Promise } from "./words.ts";

/** What a fixed word may give away. */
interface Target {
  readonly attempts: Attempt[];
  readonly names: (NamedKind | Promise)[];
}

let known: ReturnType<typeof indexAnchors<Target>> | undefined;

/** Made with the first text, as the phrases of injections are. */
function anchors() {
  return (known ??= indexAnchors(allTargets()));
}

/**
 * All secrets in a text. One pass finds which words that give secrets away occur, and only the kinds behind those are
 * tried, each for a bounded number of steps: a text without secrets costs that pass.
 */
export function findSecrets(text: string): FoundSecret[] {
  const found: FoundSecret[] = [
    ...privateKeys(text),
    ...commandSecrets(text),
    ...seedPhrases(text),
    ...tableSecrets(text),
  ];
  const values = new Values(text);
  const runs = new Runs(text);
  let isCalledSecret = false;
  anchors().visit(text, ({ attempts, names }, start, end) => {
    for (const attempt of attempts) add(found, issuedAt(text, start, attempt, runs));
    if (names.length === 0) return;
    isCalledSecret ||= typeof names[0] === "string";
    add(found, assignedTo(text, { start, end, names }, values));
  });
  if (isCalledSecret) found.push(...manifestSecrets(text));
  return withoutRepeats(found);
}

function allTargets(): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  const at = (word: string): Target => {
    const key = word.toLowerCase();
    const target = targets.get(key) ?? { attempts: [], names: [] };
    targets.set(key, target);
    return target;
  };
  for (const kind of issuedKinds)
    for (const form of kind.forms)
      for (const anchor of form.anchors) at(anchor.word).attempts.push({ kind, form, anchor });
  for (const promise of ["password", "token"] as const)
    for (const word of secretWords[promise]) at(word).names.push(promise);
  for (const kind of namedKinds) for (const name of kind.names) at(name).names.push(kind);
  return targets;
}

function add(found: FoundSecret[], secret: FoundSecret | undefined): void {
  if (secret !== undefined) found.push(secret);
}

/** Of findings that lie in one another only the most telling: the higher score, then the one that names an issuer. */
function withoutRepeats(found: readonly FoundSecret[]): FoundSecret[] {
  const kept: FoundSecret[] = [];
  const order = found.toSorted((a, b) => a.start - b.start || b.end - a.end || b.score - a.score || rank(b) - rank(a));
  for (const secret of order) {
    const last = kept.at(-1);
    if (last === undefined || secret.end > last.end || secret.score > last.score) kept.push(secret);
  }
  return kept;
}

function rank({ issuer, category }: FoundSecret): number {
  return category === "private-key" ? 2 : issuer === undefined ? 0 : 1;
}
