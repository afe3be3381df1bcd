import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chunk, createIndex, createKnowledgeSearch, sentences, terms } from "./index.ts";
import { stem } from "./stem.ts";

const handbook = {
  id: "handbook",
  title: "Handbook",
  text: "# Leave\n\nYou have 28 days of paid leave. Ask your lead two weeks ahead.\n\n## Sick days\n\nCall before 9.30 in the morning. A doctor's note is needed from day three.\n",
};

describe("chunks", () => {
  test("keep the heading above them and exact offsets", () => {
    expect(chunk(handbook).map(({ heading, text }) => [heading, text.slice(0, 14)])).toEqual([
      ["Leave", "You have 28 da"],
      ["Sick days", "Call before 9."],
    ]);
  });

  test("are slices of the text in order, at most 900 characters, and lose no word", () => {
    const piece = fc.constantFrom(
      "word ",
      "A sentence ends here. ",
      "\n\n",
      "# Heading\n\n",
      "x".repeat(1200),
      "Zahlen 9.90 ",
      "é ",
      "\n",
      " ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
        const text = pieces.join("");
        const chunks = chunk({ id: "d", title: "t", text });
        let last = 0;
        for (const { start, end, text: slice } of chunks) {
          expect(slice).toBe(text.slice(start, end));
          expect(start).toBeGreaterThanOrEqual(last);
          expect(slice.length).toBeLessThanOrEqual(900);
          last = end;
        }
        const bare = (whole: string) => whole.replace(/^ {0,3}#{1,6}[ \t]+.*$/gm, "").replace(/\s+/g, "");
        expect(bare(chunks.map((found) => found.text).join("\n"))).toBe(bare(text));
      }),
      { numRuns: 200 },
    );
  });
});

describe("words", () => {
  test.each([
    ["deliveries", "delivery"],
    ["refunded", "refunds"],
    ["shipping", "shipped"],
    ["returned", "returning"],
    ["broken", "breaks"],
    ["policies", "policy"],
    ["quickly", "quick"],
    ["organization", "organize"],
    ["running", "runs"],
  ])("%s and %s share a stem", (left, right) => {
    expect(stem(left)).toBe(stem(right));
  });

  test.each([
    ["A1001", "A1007"],
    ["order", "ordinary"],
    ["return", "retail"],
  ])("%s and %s do not", (left, right) => {
    expect(terms(left)).not.toEqual(terms(right));
  });

  test("sentences keep decimals whole", () => {
    expect(sentences("It costs 9.90 euros. Really!").map(({ text }) => text)).toEqual([
      "It costs 9.90 euros.",
      "Really!",
    ]);
  });
});

describe("search", () => {
  const index = createIndex([
    handbook,
    { id: "travel", title: "Travel costs", text: "Book trains in second class. Hotels up to 120 EUR a night." },
  ]);

  test("finds by other word forms, small spelling mistakes and titles", () => {
    expect(index.search("which hotell may I book", 3)[0]?.documentId).toBe("travel");
    expect(index.search("being sick", 3)[0]?.heading).toBe("Sick days");
    expect(index.search("travelling", 3)[0]?.title).toBe("Travel costs");
  });

  test("tells how much of the question is covered", () => {
    expect(index.search("paid leave", 1)[0]?.coverage).toBe(1);
    expect(index.search("paid spaceship holidays", 1)[0]?.coverage).toBeLessThan(0.5);
    expect(index.search("quantum", 1)).toEqual([]);
  });

  test("never matches one number for another", () => {
    const orders = createIndex([
      { id: "1", title: "Order A1001", text: "Shoes" },
      { id: "7", title: "Order A1007", text: "Lamp" },
    ]);
    expect(orders.search("A1007", 5).map(({ documentId }) => documentId)).toEqual(["7"]);
  });

  test("gives the same passages for the same question", () => {
    const again = createIndex([
      handbook,
      { id: "travel", title: "Travel costs", text: "Book trains in second class. Hotels up to 120 EUR a night." },
    ]);
    expect(again.search("book a doctor", 5)).toEqual(index.search("book a doctor", 5));
  });

  test("takes any query and any document", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        (text, query) => createIndex([{ id: "d", title: "", text }]).search(query, 3).length <= 3,
      ),
    );
  });

  test("over changing documents forgets the old ones and keeps none too many", () => {
    const search = createKnowledgeSearch();
    const all = [handbook, { id: "travel", title: "Travel costs", text: "Book trains in second class." }];
    expect(search(all, "trains", 4).map(({ documentId }) => documentId)).toEqual(["travel"]);
    expect(search([handbook], "trains", 4)).toEqual([]);
    expect(search([{ ...handbook, text: "Trains are free." }], "trains", 4)[0]?.text).toBe("Trains are free.");
    expect(search(all, "trains leave days", 1).length).toBe(1);
  });
});
