/** The hatching that marks wires through which text from outside has flowed. */
export const outsidePatternId = "outside-hatch";

/** SVG patterns that the wires refer to; once per canvas. */
export function CanvasPatterns() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="patterns">
      <defs>
        <pattern id={outsidePatternId} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="3" height="7" className="hatch-line" />
        </pattern>
      </defs>
    </svg>
  );
}
