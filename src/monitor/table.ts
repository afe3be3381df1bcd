import type { Check } from "./tool-call.ts";
import { countCall, requireTool, traceProvenance } from "./checks/admit.ts";
import { askIfNeeded } from "./checks/ask.ts";
import { inspectArguments } from "./checks/inspect-arguments.ts";
import { mintGrant } from "./checks/grant.ts";
import { labelAndInspect } from "./checks/inspect-result.ts";
import { perform } from "./checks/perform.ts";
import { noteReaders } from "./checks/note-readers.ts";
import { decidePolicy } from "./checks/policy.ts";

/**
 * What a tool call passes, in this order. A check that answers ends the call; a check that throws ends the step. Nothing
 * else reaches a tool.
 */
export const toolCallChecks: readonly (readonly [name: string, check: Check])[] = [
  ["limits", countCall],
  ["known tool, valid arguments", requireTool],
  ["firewall on what is sent", inspectArguments],
  ["argument provenance", traceProvenance],
  ["policy", decidePolicy],
  ["approval if asked", askIfNeeded],
  ["who may read the answer", noteReaders],
  ["grant minted", mintGrant],
  ["intent logged, call, grant consumed", perform],
  ["result labelled per field, firewall", labelAndInspect],
];
