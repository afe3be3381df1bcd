import { useState } from "react";
import { Badge, Button, Chip, Icon, IconButton, Kbd, Pill, Segmented, Select, Sentence, Switch, notify } from "#ui/kit";
import type { PortKind } from "../canvas/index.ts";

const wires: [PortKind, string][] = [
  ["message", "Messages"],
  ["text", "Text, number"],
  ["data", "Records"],
  ["file", "File"],
  ["tool", "Tool, attached"],
  ["guard", "Guard, attached"],
  ["blocked", "Blocked branch"],
];
const say = (text: string) => void notify({ text });

/** Wires, signals, chips, quiet lines and controls. */
export function AnatomyKit() {
  return (
    <div className="anatomy-kit">
      <div>
        <h2 className="label">Wires and ports</h2>
        {wires.map(([kind, name]) => (
          <div key={kind} className={`row g12 anatomy-wire p-${kind}`}>
            <svg width="72" height="14" aria-hidden="true" className="react-flow__edge">
              <path className={`wire p-${kind}`} d="M6 7H66" />
            </svg>
            <span className="small t2">{name}</span>
          </div>
        ))}
      </div>
      <div className="col g8">
        <h2 className="label">Signals, origins, quiet lines</h2>
        <div className="row g6 wrap">
          <Pill signal="pass">Pass</Pill>
          <Pill signal="ask">Ask</Pill>
          <Pill signal="stop">Stop</Pill>
          <Pill signal="sealed">Sealed</Pill>
          <Badge count={4} tone="ask" />
          <Badge count={2} tone="stop" solid />
        </div>
        <div className="row g6 wrap">
          <Chip origin="user">your message</Chip>
          <Chip origin="record">order A1007</Chip>
          <Chip origin="outside">text from outside</Chip>
          <Chip origin="rule">rule</Chip>
        </div>
        <div className="gl">
          <Icon name="octagon-x" size={14} tone="stop" />
          <span>
            <b className="c-stop">Stopped:</b> an order in the note
          </span>
        </div>
        <div className="gl">
          <Icon name="hourglass" size={14} tone="ask" />
          <span>
            <b className="c-ask">Waiting</b> for a person
          </span>
        </div>
      </div>
      <Controls />
    </div>
  );
}

function Controls() {
  const [view, setView] = useState<"rule" | "text">("rule");
  const [isOn, setOn] = useState(true);
  return (
    <div className="col g8">
      <h2 className="label">Controls</h2>
      <div className="row g6 wrap">
        <Button size="sm" variant="primary" icon="play" onPress={() => say("Run")}>
          Run
        </Button>
        <Button size="sm" icon="download" onPress={() => say("Export")}>
          Export
        </Button>
        <Button size="sm" pressed onPress={() => say("Chat")}>
          Chat
        </Button>
      </div>
      <div className="row g6 wrap">
        <Button size="sm" icon="check" iconTone="pass" onPress={() => say("Approve")}>
          Approve
        </Button>
        <Button size="sm" icon="x" iconTone="stop" onPress={() => say("Deny")}>
          Deny
        </Button>
        <Button size="sm" disabledReason="Two findings keep it from running.">
          Off
        </Button>
        <Button size="sm" variant="ghost" onPress={() => say("Quiet")}>
          Quiet
        </Button>
        <IconButton icon="ellipsis" label="More" onPress={() => say("More")} />
        <Kbd>⌘K</Kbd>
      </div>
      <div className="row g8 wrap">
        <Segmented
          label="View"
          value={view}
          onChange={setView}
          options={[
            { value: "rule", label: "Rule" },
            { value: "text", label: "Text" },
          ]}
        />
        <Switch label="On" hideLabel checked={isOn} onChange={setOn} />
        <Switch label="Other" hideLabel checked={!isOn} onChange={() => setOn(!isOn)} />
      </div>
      <div className="row g8">
        <Select
          label="Waits"
          hideLabel
          size="sm"
          value="60"
          options={[{ value: "60", label: "60 min" }]}
          onChange={say}
        />
        <Sentence
          parts={[
            { kind: "choice", id: "a", label: "Amount", value: "a", options: [{ value: "a", label: "100 EUR" }] },
          ]}
          onChange={say}
        />
      </div>
    </div>
  );
}
