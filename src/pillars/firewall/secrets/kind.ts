import type { CheckName } from "./checks.ts";
import { anchorsOf, bitsOf, followers, parseForm, predecessors, sourceOf, tailOf, varietyOf } from "./form.ts";
import type { Anchor, Form } from "./form.ts";

/** One documented kind of credential. */
interface Kind {
  readonly issuer: string;
  /** What the issuer calls one of them, as in "Has the form of Stripe secret keys.". */
  readonly noun: string;
  readonly forms: readonly CompiledForm[];
}

/** A kind that its own fixed words give away. */
export interface IssuedKind extends Kind {
  readonly check: CheckName | undefined;
  /** Made to be published, such as a key for a web page: reported only to who asks for doubtful cases. */
  readonly isPublic: boolean;
}

/** A kind that only the service's name near the value tells from any other random text. */
export interface NamedKind extends Kind {
  readonly names: readonly string[];
}

export interface CompiledForm extends Form {
  /** Sticky; one group for each drawn stretch; not followed by what would lengthen the match. */
  readonly pattern: RegExp;
  /** What may not stand before it: the same characters, but for the sign that assigns. */
  readonly preceding: RegExp;
  /** The only drawn stretch, where it is the last part and holds `=`: what it is drawn from and where it begins. */
  readonly tail: { readonly characters: string; readonly offset: number } | undefined;
  readonly anchors: readonly Anchor[];
  /** Shannon entropy that the drawn stretches together must reach; bits a character. */
  readonly leastEntropy: number;
  /** So little room that the service's name alone does not do: the value must be called a secret too. */
  readonly isWeak: boolean;
  /** Words or signs of its own set it apart from text. */
  readonly hasFixedPart: boolean;
}

interface Options {
  readonly check?: CheckName;
  readonly isPublic?: boolean;
  /** In place of the share of the greatest possible entropy that drawn values practically always have. */
  readonly leastEntropy?: number;
}

/** Even draws of these lengths and alphabets stay above this share of the greatest possible entropy. */
const ordinaryShare = { digits: 0.6, others: 0.7 } as const;
/** Below this many bits a form is weak. */
const strongBits = 100;

export function issued(
  issuer: string,
  noun: string,
  forms: string | readonly string[],
  { check, isPublic = false, leastEntropy }: Options = {},
): IssuedKind {
  const compiled = [forms].flat().map((form) => compile(form, "uy", leastEntropy));
  return { issuer, noun, forms: compiled, check, isPublic };
}

/** `names` are spelled in lower case, with a space where words may be joined in any way. */
export function named(
  issuer: string,
  noun: string,
  forms: string | readonly string[],
  names: readonly string[] = [issuer.toLowerCase()],
): NamedKind {
  return { issuer, noun, forms: [forms].flat().map((form) => compile(form, "iuy")), names: names.flatMap(spellings) };
}

function compile(text: string, flags: string, leastEntropy?: number): CompiledForm {
  const form = parseForm(text);
  const drawn = form.parts.reduce((sum, part) => sum + ("words" in part ? 0 : part.least), 0);
  const share = varietyOf(form) > 10 ? ordinaryShare.others : ordinaryShare.digits;
  return {
    ...form,
    preceding: new RegExp(`[${predecessors(form)}]`, "u"),
    pattern: new RegExp(`${sourceOf(form)}(?![${followers(form)}])`, flags),
    tail: tailOf(form),
    anchors: anchorsOf(form),
    leastEntropy: leastEntropy ?? share * Math.log2(Math.max(1, Math.min(varietyOf(form), drawn))),
    hasFixedPart: form.parts.some((part) => "words" in part && part.words.every((word) => /[^-]/u.test(word))),
    isWeak: bitsOf(form) < strongBits || text === "{uuid}",
  };
}

function spellings(name: string): string[] {
  return name.includes(" ") ? ["", " ", "_", "-", "."].map((joint) => name.replaceAll(" ", joint)) : [name];
}
