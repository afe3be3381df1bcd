import { readContent } from "../content/read-content.ts";
import { offensiveHead } from "../content/topics.ts";
import { unfinishedFrom } from "../content/units.ts";
import { defineGuard } from "../define-guard.ts";

/** What demeans people: insults, threats, contempt for a group. Judged sentence by sentence by what was learned. */
export const offensive = defineGuard({
  id: "offensive",
  title: "Offensive content",
  directions: ["input", "output"],
  categories: ["offensive"],
  window: 0,
  looksFor: ({ direction, from }, { where }) => from !== "author" && (where === "both" || where === direction),
  holdFrom: unfinishedFrom,
  inspect: (views, _input, _setting, classifiers) =>
    readContent(views, [offensiveHead], classifiers).map(({ start, end, score }) => ({
      category: "offensive",
      score,
      start,
      end,
      reason: "Insults, threatens or demeans somebody.",
      replacement: { by: "marker", text: "[removed]" },
    })),
});
