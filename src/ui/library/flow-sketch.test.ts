import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOut, miniature } from "./flow-sketch.ts";
import type { FlowSketch } from "./flow-sketch.ts";

const position = fc.integer({ min: -4000, max: 4000 });
const node = fc.record({ x: position, y: position, width: fc.constantFrom(104, 176, 208, 368) });
const sketches: fc.Arbitrary<FlowSketch> = fc.array(node, { maxLength: 30 }).map((nodes) => ({
  nodes: nodes.map((entry, at) => ({ ...entry, id: `n${at}`, group: "think" })),
  wires: nodes.slice(1).map((_, at) => ({ from: "n0", to: `n${at + 1}`, kind: at % 2 === 0 ? "data" : "guard" })),
}));

describe("the miniature of a flow", () => {
  it("keeps every box inside its frame, whatever the flow", () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const { boxes } = layOut(sketch);
        expect(boxes).toHaveLength(sketch.nodes.length);
        for (const box of boxes) {
          expect(box.x).toBeGreaterThanOrEqual(-2);
          expect(box.x + box.width).toBeLessThanOrEqual(miniature.width + 2);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.y + box.height).toBeLessThanOrEqual(miniature.height);
        }
      }),
    );
  });

  it("draws one line for each wire between nodes that exist, and none for others", () => {
    const sketch: FlowSketch = {
      nodes: [
        { id: "a", x: 0, y: 0, width: 208, group: "talk" },
        { id: "b", x: 300, y: 0, width: 208, group: "think" },
      ],
      wires: [
        { from: "a", to: "b", kind: "data" },
        { from: "a", to: "gone", kind: "tool" },
      ],
    };
    expect(layOut(sketch).lines.map(({ kind }) => kind)).toEqual(["data"]);
    expect(layOut({ nodes: [], wires: [] })).toEqual({ boxes: [], lines: [] });
  });
});
