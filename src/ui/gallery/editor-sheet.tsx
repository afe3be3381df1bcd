import { useState } from "react";
import { ReactFlowProvider } from "@xyflow/react";
import type { DockTab } from "#store";
import {
  Icon,
  IconButton,
  notify,
  RangeBar,
  Section,
  Segmented,
  Select,
  Sentence,
  ShareBar,
  Switch,
  Tile,
} from "#ui/kit";
import type { SentencePart } from "#ui/kit";
import { Brand } from "../app/brand.tsx";
import { ApprovalCompact } from "../approvals/index.ts";
import { FlowCanvas } from "../canvas/index.ts";
import { Dock, EditorFrame, EditorTopBar, InspectorFrame, Palette, PaletteRail, useMedia } from "../editor/index.ts";
import { FindingsPanel } from "../findings/index.ts";
import { ChatPanel, SpeakerSelect } from "../playground/index.ts";
import { shortRequest } from "./sample-approval.ts";
import { conversation } from "./sample-chat.ts";
import { supportNodes, supportWires } from "./sample-flow.ts";
import { palette } from "./sample-palette.ts";

const say = (text: string) => void notify({ text });
const actions = { attach: say, showFinding: say, showStops: say, accept: say };

export function EditorSheet() {
  const isWide = useMedia("(min-width: 1101px)");
  const [isPaletteOpen, setPaletteOpen] = useState(isWide);
  const [isInspectorOpen, setInspectorOpen] = useState(isWide);
  const [height, setHeight] = useState(300);
  const [isDockOpen, setDockOpen] = useState(true);
  const [dataView, setDataView] = useState(false);
  return (
    <EditorFrame
      brand={<Brand />}
      topBar={<SampleTopBar />}
      palette={<Palette groups={palette} onAdd={say} shut={["logic", "data"]} />}
      rail={<PaletteRail groups={palette.map(({ group }) => group)} onOpen={() => setPaletteOpen(true)} />}
      isPaletteOpen={isPaletteOpen}
      canvas={
        <ReactFlowProvider>
          <FlowCanvas
            defaultNodes={supportNodes}
            defaultEdges={supportWires}
            fitView={!isWide}
            actions={actions}
            dataView={dataView}
            onDataView={setDataView}
          />
        </ReactFlowProvider>
      }
      inspector={isInspectorOpen ? <SampleInspector onClose={() => setInspectorOpen(false)} /> : undefined}
      dock={<SampleDock isOpen={isDockOpen} onOpen={setDockOpen} />}
      isDockOpen={isDockOpen}
      dockHeight={height}
      onDockHeight={setHeight}
    />
  );
}

function SampleTopBar() {
  const [isChatOpen, setChatOpen] = useState(true);
  return (
    <EditorTopBar
      flowName="Customer support with refunds"
      flowActions={[
        { id: "rename", label: "Rename", icon: "pen-line" },
        { id: "remove", label: "Delete", icon: "trash", danger: true, separated: true },
      ]}
      onFlowAction={say}
      saved={{ kind: "now" }}
      safety={{ steps: 7, toRepair: 0, findings: 0 }}
      onSafety={() => say("Findings")}
      undo={() => say("Undo")}
      redo={() => say("Redo")}
      isRunning
      onRun={() => say("Run")}
      onStop={() => say("Stop")}
      onExport={() => say("Export")}
      isChatOpen={isChatOpen}
      onChat={() => setChatOpen(!isChatOpen)}
    />
  );
}

function SampleDock({ isOpen, onOpen }: { isOpen: boolean; onOpen: (isOpen: boolean) => void }) {
  const [tab, setTab] = useState<DockTab>("chat");
  return (
    <Dock
      tab={tab}
      onTab={setTab}
      isOpen={isOpen}
      onOpen={onOpen}
      counts={{ trace: 52, approvals: 1, findings: 0, toRepair: 0 }}
      trailing={
        <>
          <SpeakerSelect
            speakers={[
              { id: "nora", name: "Nora, customer" },
              { id: "mara", name: "Mara, support lead" },
            ]}
            speaker="nora"
            onSpeaker={say}
          />
          <IconButton icon="restart" label="Start the chat again" onPress={() => say("Again")} />
        </>
      }
    >
      {tab === "findings" ? (
        <FindingsPanel
          findings={[]}
          checked={["Every branch leads to an answer"]}
          onSelect={say}
          onRepair={say}
          onOther={say}
          onRepairAll={() => say("All")}
          onShowChanges={() => say("Changes")}
        />
      ) : (
        <ChatPanel
          entries={tab === "chat" ? conversation : []}
          onWhy={say}
          speaker="Nora"
          progress="idle"
          followUps={[]}
          samples={["Where is order A1001?", "The lamp in order A1007 arrived broken. Can I get my money back?"]}
          isDemo={tab !== "chat"}
          onSend={say}
          onStop={() => say("Stop")}
          aside={
            tab === "chat" ? <ApprovalCompact request={shortRequest} onDecide={({ kind }) => say(kind)} /> : undefined
          }
        />
      )}
    </Dock>
  );
}

const limits = ["100 EUR", "200 EUR"].map((value) => ({ value, label: value }));
const rule: SentencePart[] = [
  "Support agent may refund up to ",
  { kind: "choice", id: "alone", label: "Alone up to", value: "100 EUR", options: limits },
  " alone, ",
  {
    kind: "choice",
    id: "often",
    label: "How often",
    value: "chat",
    options: [{ value: "chat", label: "once per chat" }],
  },
  ". Above that, ",
  {
    kind: "choice",
    id: "who",
    label: "Who decides",
    value: "lead",
    options: [{ value: "lead", label: "a support lead" }],
  },
  " decides.",
];

function SampleInspector({ onClose }: { onClose: () => void }) {
  const [range, setRange] = useState({ alone: 100, person: 500 });
  const [view, setView] = useState<"rule" | "text">("rule");
  return (
    <InspectorFrame
      icon="key-round"
      group="guard"
      title="Permission"
      subtitle="For Support agent"
      actions={[{ id: "remove", label: "Delete", icon: "trash", danger: true }]}
      onAction={say}
      onClose={onClose}
      footer={
        <>
          <Icon name="timer" />
          One call at a time, ends after 30 s
        </>
      }
    >
      <Section
        title={
          <>
            <Tile icon="hand-coins" tone="act" size="sm" />
            Refund
          </>
        }
        trailing={
          <Segmented
            label="View"
            value={view}
            onChange={setView}
            options={[
              { value: "rule", label: "Rule" },
              { value: "text", label: "Text" },
            ]}
          />
        }
      >
        <Sentence parts={rule} onChange={say} />
        <RangeBar {...range} max={630} step={10} format={(value) => `${value} EUR`} onChange={setRange} />
      </Section>
      <Section title="Always required">
        <Switch label="The order belongs to this customer" checked onChange={() => say("Switch")} />
        <Switch label="Money goes back to the card that paid" checked onChange={() => say("Switch")} />
        <div className="row g12 switch-row">
          <span className="grow">Never on the word of outside text</span>
          <Icon name="lock" />
        </div>
      </Section>
      <Section title="When a person decides">
        <div className="pair">
          <Select
            label="Who"
            icon="users-round"
            value="leads"
            options={[{ value: "leads", label: "Support leads" }]}
            onChange={say}
          />
          <Select label="Waits" value="60" options={[{ value: "60", label: "60 min" }]} onChange={say} />
        </div>
        <p className="small t2 hint-below">After that it is denied.</p>
      </Section>
      <Section title="Last 30 days" trailing={<span className="small t3">235 refunds</span>}>
        <ShareBar
          shares={[
            { signal: "pass", count: 212, label: "212 alone" },
            { signal: "ask", count: 19, label: "19 asked" },
            { signal: "stop", count: 4, label: "4 stopped" },
          ]}
        />
      </Section>
    </InspectorFrame>
  );
}
