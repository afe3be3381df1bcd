import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeholderOf, secretsOf } from "../draw.fixture.ts";
import { findSecrets } from "../find-secrets.ts";
import type { FoundSecret } from "../found.ts";
import type { CompiledForm, IssuedKind, NamedKind } from "../kind.ts";
import { issuedKinds, namedKinds } from "./index.ts";

const seed = 20_251_128;
const least = 0.35;

function sample(texts: fc.Arbitrary<string>, numRuns = 3): string[] {
  return fc.sample(texts, { seed, numRuns });
}
function found(text: string): FoundSecret[] {
  return findSecrets(text).filter(({ score }) => score >= least);
}
function stretches(text: string): string[] {
  return found(text).map(({ start, end }) => text.slice(start, end));
}
function names(text: string, { issuer, noun }: IssuedKind | NamedKind): boolean {
  return found(text).some((secret) => secret.issuer === issuer && secret.noun === noun);
}
function titled<K extends IssuedKind | NamedKind>(kinds: readonly K[]): { title: string; kind: K }[] {
  return kinds.map((kind) => ({ title: `${kind.issuer} ${kind.noun}`, kind }));
}
/** Of no form of its kind any more: no other form is as short. */
function isShortest(form: CompiledForm, { forms }: IssuedKind | NamedKind): boolean {
  return forms.every(({ least: length }) => form.least <= length);
}

describe.each(titled(issuedKinds))("$title", ({ kind }) => {
  it.each(sample(secretsOf(kind)))("is found whole wherever it stands: %s", (secret) => {
    for (const text of [
      `Use ${secret} for it.`,
      `KEY="${secret}"\n`,
      `{"a":"${secret}","b":1}`,
      secret,
      `(${secret})`,
      `So it is ${secret}. `,
    ])
      expect(stretches(text)).toContain(secret);
  });

  it("is not its own first part, nor what documentation puts in its place", () => {
    const shortest = kind.forms.filter((form) => isShortest(form, kind));
    for (const secret of sample(secretsOf(kind, shortest))) {
      const cut = secret.slice(0, shortest[0] === undefined ? 0 : shortest[0].least - 1);
      expect(names(`Use ${cut} for it.`, kind)).toBe(false);
    }
    for (const form of kind.forms) expect(found(`Use ${placeholderOf(form)} for it.`)).toEqual([]);
  });
});

describe.each(titled(namedKinds))("$title", ({ kind }) => {
  it.each(sample(secretsOf(kind)))("is found whole where the service is named: %s", (secret) => {
    const [name = ""] = kind.names;
    const constant = name.toUpperCase().replaceAll(/\W/gu, "_");
    for (const text of [
      `${constant}_API_KEY=${secret}\n`,
      `{"${name}Token": "${secret}"}`,
      `${name} secret: ${secret}`,
    ])
      expect(stretches(text)).toContain(secret);
  });

  it("is not its own first part, nor a value of something else", () => {
    const shortest = kind.forms.filter((form) => isShortest(form, kind));
    const [name = ""] = kind.names;
    for (const secret of sample(secretsOf(kind, shortest))) {
      const cut = secret.slice(0, shortest[0] === undefined ? 0 : shortest[0].least - 1);
      expect(names(`${name} secret: ${cut}`, kind)).toBe(false);
      expect(names(`See ${secret} there.`, kind)).toBe(false);
    }
  });
});
