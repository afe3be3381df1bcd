import { NodeToolbar, Position } from "@xyflow/react";
import type { Finding } from "#engine";
import { Badge, Button, IconButton } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { repairIcon } from "../checks/finding-items.ts";
import { suggestionsIn } from "../drawing/suggestions.ts";
import { useEditor } from "./editor-context.tsx";
import { useRoomBelow } from "./use-room-below.ts";

export type CalloutProps = { finding: Finding; number: number; onRepair: () => void; onClose: () => void };

/** The chosen finding at the place it is about, with its repair. */
export function Callout({ finding, number, onRepair, onClose }: CalloutProps) {
  const t = useMessages();
  const { registry } = useEditor();
  const at = suggestionsIn([finding])[0]?.id ?? finding.at.node;
  const part = useRoomBelow(`${at} ${number}`);
  if (at === undefined) return null;
  return (
    <NodeToolbar nodeId={at} isVisible position={Position.Bottom} offset={20} className="callout nowheel">
      <div ref={part}>
        <div className="callout-title">
          <Badge solid tone={finding.severity === "error" ? "stop" : "ask"} count={number} />
          <b className="grow">{t.edit.found(finding.title)}</b>
          <IconButton icon="x" label={t.kit.close} onPress={onClose} />
        </div>
        <p className="t2">{t.edit.found(finding.message)}</p>
        {finding.fix && (
          <div className="row g8">
            <Button variant="primary" icon={repairIcon(finding.fix.operations, registry)} onPress={onRepair}>
              {t.edit.found(finding.fix.title)}
            </Button>
            <span className="small t3 end">{t.edit.canBeUndone}</span>
          </div>
        )}
      </div>
    </NodeToolbar>
  );
}
