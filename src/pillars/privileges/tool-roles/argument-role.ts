import type { ArgumentRole, ToolEffect } from "#engine";
import { argumentSense, isIdOfParty } from "./argument-sense.ts";
import type { ArgumentShape } from "./argument-shape.ts";
import type { ArgumentSense } from "./argument-words.ts";
import type { RoleReason } from "./foreign-tool.ts";
import { strictestRole } from "./strictness.ts";
import { isMaking } from "./verbs.ts";

export interface JudgedRole {
  readonly role: ArgumentRole;
  readonly reason: RoleReason;
}

/** What the roles of a tool's arguments depend on besides themselves. */
export interface ToolManner {
  readonly effect: ToolEffect;
  /** What the name alone says: no argument gets laxer because something else made the effect stricter. */
  readonly namedEffect: ToolEffect;
  readonly words: readonly string[];
}

/** Text by which a record is found, not text that is told. */
const findingWords = new Set(
  "title subject label tag topic location place venue category betreff titel ort titre objet lieu asunto titulo lugar".split(
    " ",
  ),
);

/** The role of one argument by itself, whatever is inside it. Undefined where nothing tells it. */
export function ownRole(name: string, shape: ArgumentShape, manner: ToolManner): JudgedRole | undefined {
  const making = isMaking(manner.words) ? manner.words : [];
  const { sense, head } = argumentSense(name, shape, making);
  const roleIn = (effect: ToolEffect): JudgedRole | undefined =>
    effect === "read" ? readRole(sense, head, shape) : actingRole(name, sense, head, shape, { ...manner, effect });
  const [judged, named] = [roleIn(manner.effect), roleIn(manner.namedEffect)];
  if (judged === undefined || named === undefined) return undefined;
  return strictestRole(judged.role, named.role) === judged.role ? judged : named;
}

/** Where a read goes is its target; what chooses records is an id; neither is changed by it. */
function readRole(sense: ArgumentSense | undefined, head: string, shape: ArgumentShape): JudgedRole | undefined {
  if (shape.isBoolean) return { role: "flag", reason: "form" };
  if (sense === "address" || sense === "code") return named("target");
  const isSelecting = sense === "party" || sense === "id";
  if (shape.isChoice) return isSelecting ? selecting : { role: "flag", reason: "form" };
  if (addressed.test(shape.description)) return { role: "target", reason: "description" };
  switch (sense) {
    case undefined:
      return undefined;
    case "content":
      return findingWords.has(head) ? selecting : named("content");
    case "option":
      return named("content");
    case "paging":
    case "value":
      return named("value");
    default:
      return selecting;
  }
}

const selecting: JudgedRole = { role: "id", reason: "selects" };

/** A description that begins with an address: "The URL of the page". */
const addressed = /^.{0,40}\b(?:url|uri|https?|web ?page|web ?site|host ?name|endpoint|ip address)\b/iu;

function actingRole(
  name: string,
  sense: ArgumentSense | undefined,
  head: string,
  shape: ArgumentShape,
  { effect, words }: ToolManner,
): JudgedRole | undefined {
  if (sense === "power") return effect === "admin" || !shape.isChoice ? named("value") : form;
  if (shape.isBoolean) return form;
  const isTied = sense === "address" || sense === "party" || sense === "id" || sense === "value" || sense === "when";
  if (shape.isChoice && !isTied && sense !== "code") return form;
  switch (sense) {
    case undefined:
      return undefined;
    case "address":
    case "party":
    case "code":
      return named("target");
    case "id":
      return named((effect === "send" || effect === "pay") && isIdOfParty(name) ? "target" : "id");
    case "selector":
      return selecting;
    case "naming":
      if (effect === "delete" || !isMaking(words)) return selecting;
      return named(effect === "pay" || effect === "admin" ? "value" : "content");
    case "content": {
      const isFound = findingWords.has(head) || words.includes(head);
      return effect === "delete" && isFound ? selecting : shape.isNumber ? named("value") : named("content");
    }
    case "option":
      return named(shape.isNumber ? "value" : "content");
    default:
      return named("value");
  }
}

const form: JudgedRole = { role: "flag", reason: "form" };

function named(role: ArgumentRole): JudgedRole {
  return { role, reason: "name" };
}
