import { Button, Icon, IconButton, Menu, Tooltip } from "#ui/kit";
import type { MenuEntry } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { Crumbs } from "./crumbs.tsx";

export type SavedState =
  | { kind: "now" }
  | { kind: "saving" }
  | { kind: "failed" }
  | { kind: "ago"; when: string }
  /** Another reason why nothing is saved here, in its own words. */
  | { kind: "note"; words: string };

export type EditorTopBarProps = {
  flowName: string;
  flowActions: readonly MenuEntry<string>[];
  onFlowAction: (id: string) => void;
  saved: SavedState;
  /** How many steps there are and what verify found; undefined until it has looked. */
  safety: { steps: number; toRepair: number; findings: number } | undefined;
  onSafety: () => void;
  undo?: (() => void) | undefined;
  redo?: (() => void) | undefined;
  isRunning: boolean;
  onRun: () => void;
  onStop: () => void;
  onExport: () => void;
  isChatOpen: boolean;
  onChat: () => void;
};

/** The flow's name, whether it is saved, whether it is safe, and what to do with it. */
export function EditorTopBar(props: EditorTopBarProps) {
  const t = useMessages();
  const { safety, isRunning } = props;
  const reason = safety && safety.toRepair > 0 ? t.editor.repair(safety.toRepair) : undefined;
  return (
    <>
      <div className="top-title">
        <Crumbs parent={{ name: t.nav.library, href: "#/library" }} name={props.flowName}>
          <Menu label={t.editor.flowMenu} icon="chevron-down" items={props.flowActions} onChoose={props.onFlowAction} />
        </Crumbs>
        <Saved saved={props.saved} />
        {safety && <SafetyPill safety={safety} onPress={props.onSafety} />}
      </div>
      <div className="top-actions">
        <span className="row g2">
          <IconButton icon="undo" label={t.editor.undo} kbd="⌘Z" disabled={!props.undo} onPress={props.undo} />
          <IconButton icon="redo" label={t.editor.redo} kbd="⇧⌘Z" disabled={!props.redo} onPress={props.redo} />
        </span>
        <span className="sep" />
        {isRunning && (
          <Button icon="square" iconTone="stop" onPress={props.onStop}>
            {t.editor.stop}
          </Button>
        )}
        <Button icon="download" onPress={props.onExport}>
          {t.editor.export}
        </Button>
        <Button icon="message-circle" pressed={props.isChatOpen} onPress={props.onChat}>
          {t.editor.chat}
        </Button>
        <Button variant="primary" icon="play" hint="⌘↵" disabledReason={reason} onPress={props.onRun}>
          {t.editor.run}
        </Button>
      </div>
    </>
  );
}

function Saved({ saved }: { saved: SavedState }) {
  const t = useMessages().editor.saved;
  const isFailed = saved.kind === "failed" || saved.kind === "note";
  return (
    <span className={isFailed ? "saved c-stop" : "saved"} role="status">
      <Icon name={isFailed ? "triangle-alert" : "check"} size={14} />
      {saved.kind === "ago" ? t.ago(saved.when) : saved.kind === "note" ? saved.words : t[saved.kind]}
    </span>
  );
}

function SafetyPill({ safety, onPress }: { safety: NonNullable<EditorTopBarProps["safety"]>; onPress: () => void }) {
  const t = useMessages().editor;
  const { steps, toRepair, findings } = safety;
  const isSafe = toRepair === 0;
  return (
    <Tooltip text={t.tabs.findings}>
      <button type="button" className={isSafe ? "pill pass" : "pill stop"} onClick={onPress}>
        <Icon name={isSafe ? "shield-check" : "shield-alert"} size={14} />
        <span>{isSafe ? t.guarded(steps) : t.repair(toRepair)}</span>
        {isSafe && <span className="bar" />}
        {isSafe && <span className="w4">{t.findings(findings)}</span>}
        <Icon name="chevron-down" size={12} />
      </button>
    </Tooltip>
  );
}
