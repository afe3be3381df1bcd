import { useState } from "react";
import { ReactFlowProvider } from "@xyflow/react";
import { notify } from "#ui/kit";
import { Brand } from "../app/brand.tsx";
import { FlowCanvas } from "../canvas/index.ts";
import { EditorFrame, EditorTopBar, PaletteRail } from "../editor/index.ts";
import { FindingsPanel } from "../findings/index.ts";
import type { FindingItem } from "../findings/index.ts";
import { unguardedNodes, unguardedWires } from "./sample-flow.ts";
import { palette } from "./sample-palette.ts";

const say = (text: string) => void notify({ text });
const actions = { attach: say, showFinding: say, showStops: say, accept: say };
const findings: FindingItem[] = [
  {
    id: "1",
    severity: "stop",
    title: "Write an answer has no firewall",
    message: "It reads e-mails from anyone. Text from outside must be checked before a model reads it.",
    repair: { label: "Add a firewall", icon: "shield" },
    other: "Show the path",
  },
  {
    id: "2",
    severity: "stop",
    title: "Send e-mail has no permission",
    message: "No rule says who may get mail, so every call would be denied.",
    repair: { label: "Allow: only the sender", icon: "key-round" },
    other: "Other rule",
  },
  {
    id: "3",
    severity: "ask",
    title: "Answers may carry foreign links",
    message: "A link from the e-mail could end up in the answer.",
    repair: { label: "Remove foreign links", icon: "link" },
    other: "Leave as it is",
  },
];
const checked = [
  "Every run ends: 8 steps, 0.20 EUR, 60 s",
  "Every branch leads to an answer",
  "No key or password in a setting",
  "Types fit on all 2 wires",
];

export function UnguardedSheet() {
  const [dataView, setDataView] = useState(true);
  const [selected, setSelected] = useState("1");
  return (
    <EditorFrame
      brand={<Brand />}
      topBar={
        <EditorTopBar
          flowName="Inbox assistant"
          flowActions={[{ id: "rename", label: "Rename" }]}
          onFlowAction={say}
          saved={{ kind: "ago", when: "2 min ago" }}
          safety={{ steps: 3, toRepair: 2, findings: 3 }}
          onSafety={() => say("Findings")}
          isRunning={false}
          onRun={() => say("Run")}
          onStop={() => say("Stop")}
          onExport={() => say("Export")}
          isChatOpen={false}
          onChat={() => say("Chat")}
        />
      }
      palette={null}
      rail={<PaletteRail groups={palette.map(({ group }) => group)} onOpen={() => say("Palette")} />}
      isPaletteOpen={false}
      canvas={
        <ReactFlowProvider>
          <FlowCanvas
            defaultNodes={unguardedNodes}
            defaultEdges={unguardedWires}
            defaultViewport={{ x: 0, y: 0, zoom: 1.35 }}
            actions={actions}
            dataView={dataView}
            onDataView={setDataView}
          />
        </ReactFlowProvider>
      }
      inspector={
        <aside className="fpanel">
          <FindingsPanel
            findings={findings}
            checked={checked}
            selected={selected}
            onSelect={setSelected}
            onRepair={say}
            onOther={say}
            onRepairAll={() => say("All")}
            onShowChanges={() => say("Changes")}
            onClose={() => say("Close")}
          />
        </aside>
      }
      dock={undefined}
      isDockOpen={false}
      dockHeight={0}
      onDockHeight={() => undefined}
    />
  );
}
