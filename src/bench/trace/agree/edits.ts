import type { EventDraft, JsonValue } from "#pillars/trace";
import type { Edit } from "./honest.ts";
import type { Random } from "./random.ts";

/** What a run did is changed before it is sealed with all its true keys: only the second pass can find it. */
export const editRun: Edit = (drafts, random) => {
  let edited = drafts;
  for (let times = 1 + random.below(2); times > 0; times -= 1) edited = editOnce(edited, random);
  return edited;
};

function editOnce(drafts: EventDraft[], random: Random): EventDraft[] {
  const at = random.below(drafts.length);
  const to = Math.min(drafts.length - 1, at + 1 + random.below(4));
  const [one, two] = [drafts[at], drafts[to]];
  if (one === undefined || two === undefined) return drafts;
  switch (random.pick(["drop", "drop", "swap", "twice", "attribute", "attribute", "attribute", "value", "actor"])) {
    case "drop":
      return drafts.toSpliced(at, 1);
    case "swap":
      return drafts.with(at, two).with(to, one);
    case "twice":
      return drafts.toSpliced(to, 0, one);
    case "attribute":
      return drafts.with(at, { ...one, attrs: otherMember(one.attrs, two.attrs, random) });
    case "value":
      return drafts.with(at, { ...one, values: otherMember(one.values ?? {}, two.values ?? {}, random) });
    case "actor":
      return drafts.with(at, {
        ...one,
        actor: { ...one.actor, ref: random.pick(["mara", "MARA ", "ｍａｒａ", "lena", ""]) },
      });
  }
}

type Members = Readonly<Record<string, JsonValue | undefined>>;

function otherMember(members: Members, neighbours: Members, random: Random): Members {
  const names = Object.keys(members);
  const name = names[random.below(names.length)];
  if (name === undefined) return { ...members, extra: 1 };
  if (random.chance(0.15)) return { ...members, [name]: undefined };
  const value = members[name];
  const near = Object.values(neighbours);
  if (random.chance(0.2)) return { ...members, [name]: near[random.below(near.length)] };
  if (typeof value === "number")
    return { ...members, [name]: random.pick([value + 1, Math.max(0, value - 1), 0, 1, 1e15, 0.5, 1e21, -1]) };
  if (typeof value === "boolean") return { ...members, [name]: !value };
  if (typeof value === "string") return { ...members, [name]: random.pick(otherWords) };
  return { ...members, [name]: [] };
}

const otherWords = [
  "",
  "x",
  "deny",
  "approve",
  "edit",
  "block",
  "allow",
  "stopped",
  "failed",
  "done",
  "read",
  "refund",
  "output",
  "user",
  "t1/in",
  "2026-11-28",
  "observe",
] as const;
