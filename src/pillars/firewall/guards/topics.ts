import { readContent } from "../content/read-content.ts";
import { topicHead, topicNames, topics as allTopics } from "../content/topics.ts";
import { unfinishedFrom } from "../content/units.ts";
import { defineGuard } from "../define-guard.ts";

/** Subjects that the builder keeps the assistant out of. Judged sentence by sentence by what was learned. */
export const topics = defineGuard({
  id: "topics",
  title: "Topics",
  directions: ["input", "output"],
  categories: allTopics,
  window: 0,
  looksFor: ({ direction, from }, { list, where }) =>
    from !== "author" && list.length > 0 && (where === "both" || where === direction),
  holdFrom: unfinishedFrom,
  inspect: (views, _input, { list }, classifiers) => {
    const ofHead = new Map(list.map((topic) => [topicHead(topic), topic]));
    return readContent(views, [...ofHead.keys()], classifiers).flatMap(({ head, ...found }) => {
      const topic = ofHead.get(head);
      if (topic === undefined) return [];
      const reason = `${topicNames[topic]} is a topic that this assistant keeps out of.`;
      return [{ ...found, category: topic, reason, replacement: { by: "marker" as const, text: "[removed]" } }];
    });
  },
});
