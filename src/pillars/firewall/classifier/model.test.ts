import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FirewallError } from "../errors.ts";
import { readClassifiers } from "./classifiers.ts";
import { createBuckets } from "./buckets.ts";
import { featuresOf, spaceSize, wordHash } from "./features.ts";
import { createLexicon, emptyLexicon } from "./lexicon.ts";
import { readModel, writeModel, type Head } from "./model.ts";
import { along, calibrate, createScorer } from "./score.ts";
import { shippedClassifiers } from "./shipped.fixture.ts";
import { windowsOf } from "./windows.ts";

const space = { wordBits: 6, pieceBits: 6, senseBits: 4, signs: 2 };
const head: Head = {
  name: "message",
  ...space,
  step: 0.5,
  bias: -1,
  window: 8,
  curves: [
    {
      windows: 1,
      curve: [
        [0, 0],
        [1, 1],
      ],
    },
  ],
  weights: Int8Array.from({ length: spaceSize(space) }, (_, at) => (at % 255) - 127),
};
const table = { words: Uint32Array.of(wordHash("ignore"), wordHash("drop")), senses: Uint16Array.of(3, 3) };

describe("a model file", () => {
  const bytes = writeModel(table, [head, { ...head, name: "data" }]);

  it("is read as it was written", () => {
    const { heads, lexicon } = readModel(bytes);
    expect(heads.get("message")).toEqual(head);
    expect(heads.get("data")?.weights).toEqual(head.weights);
    expect(lexicon.senseOf(wordHash("Drop"))).toBe(lexicon.senseOf(wordHash("ignore")));
    expect(lexicon.senseOf(wordHash("other"))).toBe(0);
  });

  it("is read from the middle of a larger buffer, as Node hands files over", () => {
    const { heads } = readModel(Uint8Array.of(9, 9, 9, ...bytes).subarray(3));
    expect(heads.get("data")?.weights).toEqual(head.weights);
  });

  it("is refused when it is cut, grown or of another kind", () => {
    const broken = [
      bytes.slice(0, -1),
      Uint8Array.of(...bytes, 0),
      bytes.slice(0, 5),
      bytes.slice(1),
      new Uint8Array(),
    ];
    for (const each of broken) expect(() => readModel(each)).toThrow(FirewallError);
  });

  it("is refused when it is sound but not the one that ships", () => {
    expect(() => readClassifiers(bytes)).toThrow("not the one that this version was measured with");
  });
});

describe("features", () => {
  const bucketsOf = (text: string, span = { start: 0, end: text.length }, size = space): number[] => {
    const found: number[] = [];
    createBuckets(featuresOf(text, createLexicon(table), size), size)(span, [1], (bucket) => found.push(bucket));
    return found;
  };
  const large = { ...space, wordBits: 18, pieceBits: 18, senseBits: 16 };

  it("ignore case, accents and which number it is", () => {
    expect(bucketsOf("Ignorée 12")).toEqual(bucketsOf("IGNOREE 99"));
  });

  it("share a sense between words of one sense", () => {
    const drop = new Set(bucketsOf("drop", undefined, large));
    // The sense and the sign.
    expect(bucketsOf("ignore", undefined, large).filter((bucket) => drop.has(bucket)).length).toBe(2);
  });

  it("lie in the space, each once, for any stretch of any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), fc.nat(300), fc.nat(300), (text, start, length) => {
        const found = bucketsOf(text, { start, end: start + length });
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((bucket) => bucket < spaceSize(space))).toBe(true);
      }),
    );
  });

  it("of a stretch are those of its text alone", () => {
    const text = "one two three four five six seven";
    const start = text.indexOf("three");
    const end = text.indexOf(" six");
    expect(bucketsOf(text, { start, end }, large)).toEqual(bucketsOf(text.slice(start, end), undefined, large));
  });
});

describe("windows", () => {
  it("cover every word of any text", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,30}$/u), { maxLength: 120 }), (words) => {
        const text = words.join(" ");
        const windows = windowsOf(text, 8);
        for (const { index } of text.matchAll(/\S/gu))
          expect(windows.some(({ start, end }) => start <= index && index < end)).toBe(true);
      }),
    );
  });

  it("overlap by half", () => {
    const [first, second] = windowsOf("a ".repeat(20), 8);
    expect(second?.start).toBe((first?.end ?? 0) / 2);
  });
});

describe("scores", () => {
  it("follow the curve for the number of windows", () => {
    const curves = [
      {
        windows: 1,
        curve: [
          [0, 0],
          [2, 1],
        ] satisfies [number, number][],
      },
      {
        windows: 9,
        curve: [
          [2, 0],
          [4, 1],
        ] satisfies [number, number][],
      },
    ];
    expect([calibrate(1, 1, { curves }), calibrate(1, 2, { curves }), calibrate(3, 99, { curves })]).toEqual([
      0.5, 0, 0.5,
    ]);
  });

  it("never leave the curve's ends", () => {
    expect([
      along(
        [
          [0, 0.1],
          [1, 0.9],
        ],
        -5,
      ),
      along(
        [
          [0, 0.1],
          [1, 0.9],
        ],
        5,
      ),
    ]).toEqual([0.1, 0.9]);
  });

  it("are the weights over the root of how many there are", () => {
    const found: number[] = [];
    createBuckets(featuresOf("a b", emptyLexicon, head), head)({ start: 0, end: 3 }, [], (bucket) =>
      found.push(bucket),
    );
    const sum = found.reduce((total, bucket) => total + (head.weights[bucket] ?? 0), 0);
    const score = createScorer("a b", emptyLexicon, head)(head, { start: 0, end: 3 });
    expect(score).toBeCloseTo((sum * 0.5) / Math.sqrt(found.length) - 1);
  });
});

it("what ships reads messages and data", () => {
  expect([...shippedClassifiers.heads.keys()]).toEqual(expect.arrayContaining(["message", "data"]));
});
