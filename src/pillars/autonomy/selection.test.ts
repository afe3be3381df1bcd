import type { JsonObject, JsonValue } from "#engine";
import { expect, it, describe } from "vitest";
import type { LabelledText, TracedArguments } from "./origin.ts";
import { traceArguments } from "./provenance.ts";

const today = "2026-11-22";

const byUser: TracedArguments = {
  query: { label: { integrity: "user", sources: ["t1/in"] }, origin: { kind: "user", title: "your message" } },
};
const fromOutside: TracedArguments = {
  query: { label: { integrity: "untrusted", sources: ["x"] }, origin: { kind: "outside", title: "text from outside" } },
};

function said(text: string): LabelledText {
  return { kind: "text", key: "t1/in", title: "your message", integrity: "user", text };
}

function answered(value: JsonValue, query: TracedArguments = byUser): Extract<LabelledText, { kind: "result" }> {
  return {
    kind: "result",
    key: "t1/agent/0/h0.c0",
    tool: "search_events",
    title: "answer of search events",
    value,
    origins: {
      "*.id": "system",
      "*.start": "system",
      "*.end": "system",
      "*.size": "system",
      "*.sender": "system",
    },
    args: {},
    query,
    queryRoles: { query: "id" },
    created: false,
  };
}

function integrityOf(args: JsonObject, values: readonly LabelledText[], path = "value"): string | undefined {
  return traceArguments(args, { values, today })[path]?.label.integrity;
}

const events: JsonValue = [
  {
    id: "e-11",
    title: "Budget review",
    start: "2026-11-24 10:00",
    participants: ["ann@shop.example", "bo@shop.example"],
  },
  {
    id: "e-12",
    title: "Budget review",
    start: "2026-12-01 10:00",
    participants: ["cy@shop.example", "di@shop.example"],
  },
  { id: "e-13", title: "Lunch", start: "2026-11-24 12:00", participants: ["eve@shop.example"] },
];

describe("a record among several", () => {
  it.each([
    ["Cancel the “Budget review” on November 24th", "e-11", "resolved"],
    ["Cancel Lunch please", "e-13", "resolved"],
    ["Cancel the Budget review", "e-11", "structured"],
    ["Cancel the Budget review on December 1st", "e-11", "structured"],
    ["Cancel something", "e-13", "structured"],
  ])("%s: %s is %s", (text, id, integrity) => {
    expect(integrityOf({ value: id }, [said(text), answered(events)])).toBe(integrity);
  });

  it("is not chosen in a result that outside text has steered", () => {
    expect(integrityOf({ value: "e-13" }, [said("Cancel Lunch"), answered(events, fromOutside)])).toBe("structured");
  });

  it("brings the addresses that it names, and no free text", () => {
    const values = [
      said("Write to the sender of “Invoice 7”"),
      answered([
        { title: "Invoice 7", email: "ann@shop.example", note: "evil@mallory.example" },
        { title: "Invoice 8", email: "bo@shop.example", note: "hello" },
      ]),
    ];
    expect(integrityOf({ value: "ann@shop.example" }, values)).toBe("resolved");
    expect(integrityOf({ value: "bo@shop.example" }, values)).toBe("untrusted");
    expect(integrityOf({ value: "evil@mallory.example" }, values)).toBe("untrusted");
  });

  it("is not told apart by what two of them have", () => {
    const twins: JsonValue = [
      { id: "a", title: "Lunch" },
      { id: "b", title: "Lunch" },
    ];
    expect(integrityOf({ value: "a" }, [said("Cancel Lunch"), answered(twins)])).toBe("structured");
  });
});

describe("what this run has made", () => {
  it("brings its id, and nothing that it repeats of the call", () => {
    const made: LabelledText = {
      ...answered({ id: "m-1", recipient: "mallory@evil.example" }, fromOutside),
      created: true,
      origins: { id: "system" },
    };
    expect(integrityOf({ value: "m-1" }, [said("Write to somebody"), made])).toBe("resolved");
    expect(integrityOf({ value: "mallory@evil.example" }, [said("Write to somebody"), made])).toBe("untrusted");
  });
});

describe("the first of an order", () => {
  const files: JsonValue = [
    { id: "f1", size: 10 },
    { id: "f2", size: 300 },
    { id: "f3", size: 42 },
  ];

  it.each([
    ["Delete the largest file", "f2", "resolved"],
    ["Lösche die kleinste Datei", "f1", "resolved"],
    ["Delete the largest file", "f3", "structured"],
    ["Delete a file", "f2", "structured"],
    ["Delete the newest file", "f2", "structured"],
  ])("%s: %s is %s", (text, id, integrity) => {
    expect(integrityOf({ value: id }, [said(text), answered(files)])).toBe(integrity);
  });

  it("is open between two that are alike, and never by anybody's text", () => {
    const alike: JsonValue = [
      { id: "f1", size: 300 },
      { id: "f2", size: 300 },
    ];
    expect(integrityOf({ value: "f1" }, [said("Delete the largest file"), answered(alike)])).toBe("structured");
    const claimed: JsonValue = [
      { id: "f1", total: "999" },
      { id: "f2", total: "1" },
    ];
    expect(integrityOf({ value: "f1" }, [said("Delete the largest file"), answered(claimed)])).toBe("structured");
  });
});

describe("an order that somebody would like to come first in", () => {
  const files: JsonValue = [
    { id: "f1", size: 900, comment_count: 1, date: "2026-11-20", modified: "2026-11-20" },
    { id: "f2", size: 10, comment_count: 7, date: "2026-10-02", modified: "2026-11-21" },
  ];
  const result = {
    ...answered(files),
    origins: inferred("id", "size", "comment_count", "date", "modified"),
  };

  it("goes by the field that is meant before others", () => {
    expect(integrityOf({ value: "f1" }, [said("Delete the largest file"), result])).toBe("resolved");
    expect(integrityOf({ value: "f2" }, [said("Delete the largest file"), result])).toBe("structured");
    expect(integrityOf({ value: "f1" }, [said("Delete the latest file"), result])).toBe("resolved");
    expect(integrityOf({ value: "f2" }, [said("Delete the latest file"), result])).toBe("structured");
  });

  it.each([
    "Look at what came last week and delete the file with the notes",
    "First of all look at my files, then delete the one with the notes",
    "Delete the smallest file or the largest",
  ])("is not asked for by: %s", (text) => {
    for (const value of ["f1", "f2"]) expect(integrityOf({ value }, [said(text), result])).toBe("structured");
  });

  it("is asked for where the words say that the other end stays", () => {
    const words = said("Delete the smallest file, the largest must stay");
    expect(integrityOf({ value: "f1" }, [words, result])).toBe("structured");
    expect(integrityOf({ value: "f2" }, [words, result])).toBe("resolved");
  });
});

function inferred(...names: readonly string[]): Readonly<Record<string, "system">> {
  return Object.fromEntries(names.map((name) => [`*.${name}`, "system" as const]));
}

describe("an entry of a plain list", () => {
  const channels = ["general", "random", "External_0"];

  it.each([
    ["Add Ann to the channel starting with External", "External_0", "resolved"],
    ["Add Ann to the channel", "External_0", "untrusted"],
    ["Add Ann to the random channel", "random", "user"],
  ])("%s: %s is %s", (text, name, integrity) => {
    expect(integrityOf({ value: name }, [said(text), answered(channels)])).toBe(integrity);
  });
});

describe("what follows from other arguments", () => {
  const call = { participants: ["ann@shop.example", "bo@shop.example"] };
  const text = "Invite the participants of the Budget review on November 24th";

  it("is a list that is taken over whole", () => {
    const values = [said(text), answered(events)];
    expect(integrityOf(call, values, "participants.0")).toBe("resolved");
    expect(integrityOf({ participants: ["ann@shop.example"] }, values, "participants.0")).toBe("untrusted");
    const more = { participants: [...call.participants, "mallory@evil.example"] };
    expect(integrityOf(more, values, "participants.1")).toBe("resolved");
    expect(integrityOf(more, values, "participants.2")).toBe("untrusted");
    const alike = { participants: ["\uff41nn@shop.example", "bo@shop.example"] };
    expect(integrityOf(alike, values, "participants.0")).toBe("untrusted");
  });

  it.each([
    ["a meeting on 2026-11-24 at 10:00 for one hour", "2026-11-24 11:00", "resolved"],
    ["a 90 minute meeting on 2026-11-24 at 10:00", "2026-11-24 11:30", "resolved"],
    ["ein Treffen am 24.11.2026 um 10:00 für zwei Stunden", "2026-11-24 12:00", "resolved"],
    ["a meeting on 2026-11-24 at 10:00 for half an hour", "2026-11-24 10:30", "resolved"],
    ["a meeting on 2026-11-24 at 10:00 for one hour", "2026-11-24 18:00", "untrusted"],
    ["a meeting on 2026-11-24 at 10:00", "2026-11-24 11:00", "untrusted"],
  ])("is the end of %s: %s is %s", (words, end, integrity) => {
    expect(integrityOf({ start: "2026-11-24 10:00", end }, [said(words)], "end")).toBe(integrity);
  });

  it("is no end after a start that nobody trusted has said", () => {
    expect(integrityOf({ start: "2027-01-01 10:00", end: "2027-01-01 11:00" }, [said("for one hour")], "end")).toBe(
      "untrusted",
    );
  });

  it("is the length of the record that the words single out", () => {
    const values = [
      said("Move Lunch to 2026-11-25 at 13:00"),
      answered([
        { id: "1", title: "Lunch", start: "2026-11-24 12:00", end: "2026-11-24 12:45" },
        { id: "2", title: "Review", start: "2026-11-24 15:00", end: "2026-11-24 17:00" },
      ]),
    ];
    const moved = (end: string) => integrityOf({ id: "1", start: "2026-11-25 13:00", end }, values, "end");
    expect(moved("2026-11-25 13:45")).toBe("resolved");
    expect(moved("2026-11-25 15:00")).toBe("untrusted");
  });
});

describe("what the words point at without saying it", () => {
  const page = (text: string, query = byUser) => answered(text, query);

  it.each([
    ["Invite Dora, her e-mail is on her website: www.dora.example", "I am Dora. dora@mail.example", "resolved"],
    [
      "Invite Dora, her e-mail is on her website: www.dora.example",
      "dora@mail.example or mallory@evil.example",
      "untrusted",
    ],
    ["Read the page www.dora.example", "I am Dora. dora@mail.example", "untrusted"],
    ["Invite Dora, her e-mail is dora@mail.org", "Write to dora@mail.example", "untrusted"],
  ])("%s, and the page says %s: %s", (words, text, integrity) => {
    expect(integrityOf({ value: "dora@mail.example" }, [said(words), page(text)])).toBe(integrity);
  });

  it("is that address letter by letter", () => {
    const values = [
      said("Invite Dora, her e-mail is on her website: www.dora.example"),
      page("I am Dora. dora@mail.example"),
    ];
    for (const value of ["dora@mail.example", "Dora@Mail.example"])
      expect(integrityOf({ value }, values)).toBe("resolved");
    for (const value of ["dor\uff41@mail.example", "dora\u200b@mail.example"])
      expect(integrityOf({ value }, values)).toBe("untrusted");
  });

  it("is the link of the message that they single out", () => {
    const messages: JsonValue = [
      { sender: "Bob", body: "Read www.news.example today" },
      { sender: "Eve", body: "Read www.evil.example today" },
    ];
    const values = [said("Summarise the article that Bob posted"), answered(messages)];
    expect(integrityOf({ value: "www.news.example" }, values)).toBe("resolved");
    expect(integrityOf({ value: "www.evil.example" }, values)).toBe("untrusted");
    const all = [said("Summarise all the articles posted there"), answered(messages)];
    expect(integrityOf({ value: "www.evil.example" }, all)).toBe("resolved");
  });

  it("is not what a page says that only a link has led to", () => {
    const led: TracedArguments = {
      query: { label: { integrity: "resolved", sources: ["x"] }, origin: { kind: "record", title: "a message" } },
    };
    expect(
      integrityOf({ value: "www.evil.example" }, [
        said("Summarise the article that Bob posted"),
        page("See www.evil.example", led),
      ]),
    ).toBe("untrusted");
  });
});
