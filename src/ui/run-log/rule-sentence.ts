import type { RunEvent } from "#engine";
import { permissionConfig, ruleToSentence } from "#pillars/privileges";
import type { Words } from "#ui/kit";
import { logOf } from "./log.ts";
import type { EventOfKind } from "./log.ts";
import type { Reading } from "./reading.ts";

/** The rules that spoke about a call as the builder wrote them, the parts that can be changed in bold; undefined where none did. */
export function ruleSentence(
  request: EventOfKind<"approval.request">,
  events: readonly RunEvent[],
  reading: Reading,
): Words | undefined {
  const spoken = logOf(events).find("privilege.request", request.key)?.attrs.rules ?? [];
  const parts = spoken.flatMap((name) => {
    // "permission/4" is the fourth rule of the node called permission.
    const [nodeId, position] = name.split("/");
    const node = reading.flow.nodes.find(({ id }) => id === nodeId);
    const config = permissionConfig.safeParse(node?.config);
    const rule = config.success ? config.data.rules[Number(position) - 1] : undefined;
    if (!config.success || rule === undefined) return [];
    return ruleToSentence(rule, reading.tools.get(rule.tool)?.spec, config.data.agent).map(({ text, slot }) =>
      slot === undefined ? text : { bold: text },
    );
  });
  return parts.length === 0 ? undefined : parts;
}
