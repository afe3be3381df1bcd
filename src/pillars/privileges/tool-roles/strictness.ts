import type { ArgumentRole, ToolEffect } from "#engine";

const effectRank: Readonly<Record<ToolEffect, number>> = { read: 0, write: 1, send: 2, pay: 3, delete: 3, admin: 4 };

/** Roles from free to guarded; beside others the stricter one wins. */
const roleRank: Readonly<Record<ArgumentRole, number>> = { flag: 0, content: 1, value: 2, id: 3, target: 4 };

export function isStricterEffect(effect: ToolEffect, than: ToolEffect): boolean {
  return effectRank[effect] > effectRank[than];
}

/** The first of the strictest. */
export function strictestEffect(first: ToolEffect, ...others: readonly ToolEffect[]): ToolEffect {
  return others.reduce((strictest, effect) => (isStricterEffect(effect, strictest) ? effect : strictest), first);
}

export function strictestRole(first: ArgumentRole, ...others: readonly ArgumentRole[]): ArgumentRole {
  return others.reduce((strictest, role) => (roleRank[role] > roleRank[strictest] ? role : strictest), first);
}
