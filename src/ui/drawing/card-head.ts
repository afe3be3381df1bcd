import type { NodeDefinition } from "#engine";

/** What lies between two wires on one side of a card. */
export const portGap = 20;

/** The height of a card's head in the canvas's pixels, with room for three wires on each side. */
export const usualHead = 54;

/** The height of a card's head: it grows where more than three wires come in or go out. */
export function headOf({ provides, inputs, outputs }: NodeDefinition): number {
  if (provides !== undefined) return usualHead;
  const most = Math.max(Object.keys(inputs).length, Object.keys(outputs).length);
  return most > 3 ? (most - 1) * portGap + 34 : usualHead;
}
