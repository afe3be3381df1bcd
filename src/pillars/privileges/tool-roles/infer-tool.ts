import type { ArgumentRole } from "#engine";
import { joinPath } from "#pillars/autonomy";
import { type JudgedRole, ownRole, type ToolManner } from "./argument-role.ts";
import { type ArgumentShape, propertyShapes, schemaBudget } from "./argument-shape.ts";
import { judgeEffect } from "./effect.ts";
import type { EffectReason, ForeignTool, InferredTool, RoleReason } from "./foreign-tool.ts";
import { nameWords } from "./name-words.ts";
import { strictestRole } from "./strictness.ts";

/**
 * What a tool that came without roles does, and what its arguments mean: read off its name, its schema and its description.
 * General knowledge of business tools, no table of tools. What it is not sure of gets the stricter class.
 */
export function inferTool(tool: ForeignTool): InferredTool {
  const budget = schemaBudget();
  const shapes = propertyShapes(tool.inputSchema, tool.inputSchema, budget);
  const { effect, reason, named } = judgeEffect(tool, shapes, budget.left >= 0);
  const manner = { effect, namedEffect: named, words: nameWords(tool.name) };
  const judged = [...shapes].flatMap(([name, shape]) => judgedArgument(name, shape, manner));
  return {
    effect,
    roles: Object.fromEntries(judged.map(({ path, role }) => [path, role])),
    unsure: [
      ...(unsureEffects.has(reason) ? ["effect"] : []),
      ...judged.flatMap(({ path, reason: why }) => (unsureRoles.has(why) ? [path] : [])),
    ],
    effectReason: reason,
    roleReasons: Object.fromEntries(judged.map(({ path, reason: why }) => [path, why])),
  };
}

const unsureEffects: ReadonlySet<EffectReason> = new Set(["no-verb", "argument", "description"]);
const unsureRoles: ReadonlySet<RoleReason> = new Set(["unknown", "open", "description"]);

interface JudgedArgument extends JudgedRole {
  readonly path: string;
}

/** The argument, then what is inside it. */
function judgedArgument(name: string, shape: ArgumentShape, manner: ToolManner): readonly JudgedArgument[] {
  const path = joinPath("", name);
  const inner = [...shape.properties].flatMap(([each, inside]) => judgedArgument(each, inside, manner));
  const own = ownRole(name, shape, manner);
  const judged = shape.properties.size === 0 ? withoutInner(own, shape) : withInner(own, shape, inner);
  // The place in a list is part of a path, so what is in a list has the list's role.
  const listed = shape.isList ? [] : inner.map((each) => ({ ...each, path: `${path}.${each.path}` }));
  return [{ path, ...judged }, ...listed];
}

const unknown: JudgedRole = { role: "target", reason: "unknown" };

function withoutInner(own: JudgedRole | undefined, { isOpen }: ArgumentShape): JudgedRole {
  if (own === undefined) return unknown;
  if (!isOpen) return own;
  // An object as free text or as an option could hold anything, also somebody's address.
  return { role: guards(own.role) ? own.role : "target", reason: "open" };
}

function withInner(own: JudgedRole | undefined, { isOpen }: ArgumentShape, inner: readonly JudgedRole[]): JudgedRole {
  const roles = inner.map(({ role }) => role);
  const isGuessed = inner.some(({ reason }) => unsureRoles.has(reason));
  const role = strictestRole(isOpen ? "target" : (own?.role ?? "flag"), ...roles);
  return { role, reason: isOpen ? "open" : isGuessed ? "unknown" : "inside" };
}

function guards(role: ArgumentRole): boolean {
  return role === "target" || role === "id" || role === "value";
}
