import { Icon, ProgressRing } from "#ui/kit";
import type { IconName, Signal } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import type { NodeStatus } from "./canvas-data.ts";

const marks = {
  waiting: { icon: "hourglass", tone: "ask" },
  stopped: { icon: "octagon-x", tone: "stop" },
  failed: { icon: "triangle-alert", tone: "stop" },
  done: { icon: "check", tone: "pass" },
} as const satisfies Record<string, { icon: IconName; tone: Signal }>;

/** The top right of a card: what the step is doing, in a word and a mark. */
export function NodeStatusMark({ status, showWord }: { status: NodeStatus; showWord: boolean }) {
  const t = useMessages().canvas.state;
  if (status.kind === "idle") return null;
  const label = "label" in status ? status.label : undefined;
  if (status.kind === "running")
    return (
      <span className="st">
        <span className="c-accent">{label ?? t.running}</span>
        <ProgressRing value={status.progress} />
      </span>
    );
  if (!(status.kind in marks)) return <span className="st">{t[status.kind]}</span>;
  return (
    <MarkedStatus
      kind={status.kind}
      word={label ?? t[status.kind]}
      isFigure={label !== undefined}
      showWord={showWord}
    />
  );
}

type MarkedStatusProps = { kind: NodeStatus["kind"]; word: string; isFigure: boolean; showWord: boolean };

function MarkedStatus({ kind, word, isFigure, showWord }: MarkedStatusProps) {
  const mark =
    kind === "waiting" || kind === "stopped" || kind === "failed" || kind === "done" ? marks[kind] : undefined;
  if (!mark) return null;
  // A check mark is enough for a step that simply went well; everything else says its word where there is room.
  const isShown = showWord && (kind !== "done" || isFigure);
  return (
    <span className="st">
      <span className={isShown ? (kind === "done" ? "" : `c-${mark.tone}`) : "sr-only"}>{word}</span>
      <Icon name={mark.icon} size={14} tone={mark.tone} />
    </span>
  );
}
