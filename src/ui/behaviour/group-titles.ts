import type { BehaviourGroup, Grouping } from "#pillars/trace/behaviour";
import type { BehaviourWords } from "../messages/behaviour/index.ts";
import type { NamedGroup } from "./rates-table.tsx";

/** Groups as people call them. `drawn` is the digest of the flow as it is drawn now. */
export function namedGroups(
  groups: readonly BehaviourGroup[],
  grouping: Grouping,
  drawn: string | undefined,
  words: BehaviourWords,
): readonly NamedGroup[] {
  const { behaviour } = words;
  return groups.map((group, at) => {
    const notes = [words.messages(group.turns)];
    if (grouping.by === "version") {
      notes.push(group.group === drawn ? behaviour.now : behaviour.since(date(group.since, words)));
      return { group, title: behaviour.version(at + 1), note: notes.join(", ") };
    }
    return { group, title: titleOf(group.group, grouping, words), note: notes.join(", ") };
  });
}

function titleOf(group: string | undefined, { by }: Grouping, words: BehaviourWords): string {
  if (group === undefined || group === "") return words.behaviour.missing;
  if (by === "attribute") return group;
  const day = Date.parse(group);
  if (by === "month") return format(day, words, { month: "long", year: "numeric" });
  return by === "week" ? words.behaviour.week(date(day, words)) : date(day, words);
}

function date(time: number, words: BehaviourWords): string {
  return format(time, words, { day: "numeric", month: "short", year: "numeric" });
}

/** Groups are by days in UTC, and are named so. */
function format(time: number, { locale }: BehaviourWords, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { timeZone: "UTC", ...options }).format(time);
}
