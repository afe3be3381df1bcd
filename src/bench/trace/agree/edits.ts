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
  switch (
    random.pick([
      "drop",
      "drop",
      "drop",
      "swap",
      "twice",
      "insert",
      "insert",
      "borrow",
      "borrow",
      "borrow",
      "attribute",
      "value",
      "actor",
    ])
  ) {
    case "drop":
      return drafts.toSpliced(at, 1);
    case "swap":
      return drafts.with(at, two).with(to, one);
    case "twice":
      return drafts.toSpliced(to, 0, one);
    case "insert":
      return drafts.toSpliced(at, random.below(2), random.pick(inserted(one, two)));
    case "borrow":
      return drafts.with(at, { ...one, attrs: borrowed(one.attrs, drafts, random) });
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

/** Steps that are right in form and wrong, or at least telling, where they are put. */
function inserted(one: EventDraft, two: EventDraft): readonly [EventDraft, ...EventDraft[]] {
  const near = { ...one, actor: { type: "system", ref: "engine" } } as const;
  const grantId = one.attrs["grantId"] ?? two.attrs["grantId"] ?? "";
  const approvalId = one.attrs["approvalId"] ?? two.attrs["approvalId"] ?? "";
  const tool = one.attrs["tool"] ?? "refund";
  return [
    { ...near, kind: "limit.hit", attrs: { limit: "steps", used: 12, max: 12 }, values: { sentence: "" } },
    { ...near, kind: "limit.hit", key: `${one.key}/limit`, attrs: { limit: "steps", used: 12, max: 12 }, values: {} },
    { ...near, kind: "approval.reminder", attrs: { approvalId }, values: {} },
    { ...near, kind: "approval.timeout", attrs: { approvalId }, values: {} },
    { ...near, kind: "privilege.known", key: two.key, attrs: { tool, known: false, read: true }, values: {} },
    { ...near, kind: "privilege.revoke", attrs: { grantId }, values: {} },
    { ...near, kind: "privilege.deny", attrs: { tool, code: "x" }, values: { sentence: "No." } },
    { ...one, attrs: { ...one.attrs, readers: ["lead", "person:engine"] } },
    { ...near, kind: "run.recovered", attrs: { lastSeq: 1, openIntents: [] }, values: {} },
    {
      ...near,
      kind: "node.start",
      key: one.key.split("/").slice(0, 3).join("/"),
      attrs: { control: "untrusted" },
      values: {},
    },
    { ...near, kind: "turn.end", attrs: { turn: 1, status: "done" }, values: { sentence: "" } },
    { ...near, kind: "error", attrs: { code: "x", attempt: 1 }, values: { sentence: "" } },
  ];
}

/** The same attribute as it stands in another step: right in type, wrong in place. */
function borrowed(members: Members, drafts: readonly EventDraft[], random: Random): Members {
  const names = Object.keys(members);
  const name = names[random.below(names.length)] ?? "";
  const others = drafts.flatMap(({ attrs }) => (Object.hasOwn(attrs, name) ? [attrs[name]] : []));
  return name === "" ? members : { ...members, [name]: others[random.below(others.length)] };
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
