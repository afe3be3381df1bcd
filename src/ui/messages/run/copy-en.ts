/** What is said where a copy of the evidence is handed on. */
export const copy = {
  open: "Hand on a copy…",
  title: "Hand on a copy",
  intro:
    "Choose what the copy goes without. It still verifies: every value that it lacks is listed, with a sealed digest in its place.",
  leaveOut: "Leave out",
  kinds: {
    words: "What was said: messages, replies, what guards found in them",
    data: "What was looked up and done: arguments, results, permissions",
    people: "Who did it: names and comments",
  },
  what: "What the copy shows",
  contents: {
    words: "What was said",
    data: "What was looked up and done",
    people: "Who did it",
    house: "The flow’s own words",
    unknown: "Other values",
  },
  shown: "Shown",
  withheld: "Left out",
  erased: "Erased",
  all: "Together",
  byPerson: "By person",
  person: "Person",
  flow: "Agents, tools and the flow",
  erasures: "What was erased",
  erasure: (values: number, time: string, by: string, reason: string) =>
    `${values === 1 ? "1 value" : `${values} values`}, ${time}, by ${by}: ${reason}`,
  copiesOut: (count: number, time: string) =>
    `${count === 1 ? "One copy" : `${count} copies`} of this run went out before, the last on ${time}. What was erased since is still in ${count === 1 ? "it" : "those from before"}.`,
  stays: "The flow with its documents stays in every copy, and so does who took which kind of step when.",
  table: "Save this list as a table",
  json: "Save this list as JSON",
  save: "Save the copy",
  unread: "The record could not be read.",
};
