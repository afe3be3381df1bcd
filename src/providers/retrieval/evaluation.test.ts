import { expect, test } from "vitest";
import { createIndex } from "./search.ts";

/**
 * Search by words on a handbook that nothing was tuned to. Questions use everyday words, often not the handbook's own: the
 * misses show what search by words cannot do. The floors lie just below what was measured.
 */
const handbook = [
  {
    id: "leave",
    title: "Annual leave",
    text: "Full-time staff have 28 days of paid leave a year. Request leave at least two weeks ahead in the staff portal. Up to five unused days carry over until the end of March.",
  },
  {
    id: "sick",
    title: "Sickness absence",
    text: "Tell your manager before 9.30 on the first day of illness. A doctor's certificate is needed from the third day. Sick pay is full salary for six weeks.",
  },
  {
    id: "parental",
    title: "Parental leave",
    text: "Both parents may take up to three years of parental leave for each child. Give notice seven weeks before it starts. Your job is kept for you.",
  },
  {
    id: "remote",
    title: "Working from home",
    text: "You may work from home up to three days a week. Agree the days with your team. The company provides a laptop and a headset.",
  },
  {
    id: "expenses",
    title: "Travel and expenses",
    text: "Book trains in second class. Hotels are paid up to 120 EUR a night. Hand in receipts within 30 days to be reimbursed.",
  },
  {
    id: "hours",
    title: "Working hours and overtime",
    text: "The working week has 38 hours. Core time is from 10 to 15. Overtime is given back as time off within three months.",
  },
  {
    id: "training",
    title: "Training budget",
    text: "Each employee has 1,000 EUR a year for courses, books and conferences. Your manager approves the course.",
  },
  {
    id: "notice",
    title: "Notice period and leaving",
    text: "The notice period is one month in the first two years and three months after that. Resign in writing. Return your laptop and badge on your last day.",
  },
  {
    id: "pension",
    title: "Company pension",
    text: "The company adds 20 percent to what you pay into your pension, up to 200 EUR a month.",
  },
  {
    id: "harassment",
    title: "Respect at work",
    text: "Bullying and harassment are not tolerated. Report an incident to a confidant or through the anonymous form.",
  },
];

const questions: readonly (readonly [question: string, document: string])[] = [
  ["How many days of vacation leave do I get?", "leave"],
  ["can I take unused leave into next year", "leave"],
  ["I am ill today, who do I tell?", "sick"],
  ["when do I need a certificate from the doctor", "sick"],
  ["is sick pay the full salary", "sick"],
  ["how long is parental leave", "parental"],
  ["we are having a child, when must I give notice", "parental"],
  ["may I work from home on Fridays", "remote"],
  ["do I get a headset", "remote"],
  ["how much may a hotel cost per night", "expenses"],
  ["where do I hand in receipts", "expenses"],
  ["can I travel first class by train", "expenses"],
  ["what happens with overtime", "hours"],
  ["when is core time", "hours"],
  ["who pays for a conference", "training"],
  ["I would like to do a course", "training"],
  ["how do I resign", "notice"],
  ["what is my notice period after five years", "notice"],
  ["does the firm add to my pension", "pension"],
  ["a colleague is bullying me", "harassment"],
  ["how do I report an incident anonymously", "harassment"],
  ["can I get my holiday paid out", "leave"],
  ["my kid was born, can I stay home", "parental"],
  ["I want to quit", "notice"],
];

test("an unseen handbook is searched at least as well as at the floor", () => {
  const index = createIndex(handbook);
  const ranks = questions.map(([question, document]) =>
    index.search(question, 3).findIndex(({ documentId }) => documentId === document),
  );
  const first = ranks.filter((rank) => rank === 0).length / questions.length;
  const third = ranks.filter((rank) => rank >= 0).length / questions.length;
  const missed = questions.filter((_, at) => ranks[at] !== 0).map(([question]) => question);
  process.stdout.write(
    `handbook: first ${first.toFixed(2)}, among three ${third.toFixed(2)}; not first: ${missed.join(" | ") || "none"}\n`,
  );
  expect(first).toBeGreaterThanOrEqual(0.8);
  expect(third).toBeGreaterThanOrEqual(0.85);
});
