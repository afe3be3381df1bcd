import type { NodeRegistry } from "#engine";
import { headOf, usualHead } from "./card-head.ts";
import { guardKindOf } from "./node-view.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How large the canvas draws a kind of step, in its pixels. */
export function sizeOf(type: string, registry: NodeRegistry): Size {
  const definition = registry.get(type);
  if (guardKindOf(definition?.provides) !== undefined) return { width: 104, height: 104 };
  if (definition?.provides !== undefined) return { width: 176, height: 56 };
  const sockets = Object.keys(definition?.attach ?? {}).length;
  const head = definition === undefined ? usualHead : headOf(definition);
  return { width: sockets > 3 ? 368 : 208, height: head + (sockets > 0 ? 34 : 2) };
}
