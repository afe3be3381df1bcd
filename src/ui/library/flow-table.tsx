import { Chip, Icon, Menu, Pill, Tile } from "#ui/kit";
import type { IconName, NodeGroup, Signal } from "#ui/kit";
import { useMessages } from "../messages/index.ts";

export type FlowRow = {
  id: string;
  name: string;
  href: string;
  icon: string;
  group: NodeGroup;
  /** It came from a file, so what it may do can be looked at and changed. */
  isForeign: boolean;
  /** Findings that keep it from running; undefined until it has been checked. */
  toRepair: number | undefined;
  lastRun: { kind: "running" | "waiting" | "done" | "stopped" | "failed"; text: string; when: string } | undefined;
  runs: number;
  /** How many of the runs began this month. */
  thisMonth: number;
  edited: { text: string; exact: string };
};

/** What can be done with a flow from the list. */
export type FlowAction = "open" | "trust" | "rename" | "duplicate" | "export" | "remove";

export type FlowTableProps = { flows: readonly FlowRow[]; onAction: (id: string, action: FlowAction) => void };

const runMarks = {
  running: { icon: "play", tone: undefined },
  waiting: { icon: "hourglass", tone: "ask" },
  done: { icon: "check", tone: "pass" },
  stopped: { icon: "octagon-x", tone: "stop" },
  failed: { icon: "triangle-alert", tone: "stop" },
} as const satisfies Record<string, { icon: IconName; tone: Signal | undefined }>;

/** A person's own flows: safe or not, what happened last, how much it is used. */
export function FlowTable({ flows, onAction }: FlowTableProps) {
  const { columns } = useMessages().library;
  return (
    <div className="cardx ftable" role="region" aria-label={columns.name} tabIndex={-1}>
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.safety}</th>
            <th scope="col">{columns.lastRun}</th>
            <th scope="col" className="right">
              {columns.runs}
            </th>
            <th scope="col" className="right">
              {columns.thisMonth}
            </th>
            <th scope="col" className="right">
              {columns.edited}
            </th>
            <th scope="col">
              <span className="sr-only">{columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {flows.map((flow) => (
            <Row key={flow.id} flow={flow} onAction={onAction} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ flow, onAction }: { flow: FlowRow; onAction: FlowTableProps["onAction"] }) {
  const t = useMessages().library;
  const actions = [
    { id: "open", label: t.open, icon: "arrow-up-right" },
    ...(flow.isForeign ? [{ id: "trust", label: t.trust, icon: "shield" } as const] : []),
    { id: "rename", label: t.rename, icon: "pen-line" },
    { id: "duplicate", label: t.duplicate, icon: "copy" },
    { id: "export", label: t.exportFlow, icon: "download" },
    { id: "remove", label: t.remove, icon: "trash", danger: true, separated: true },
  ] as const;
  const isSafe = flow.toRepair === 0;
  return (
    <tr>
      <th scope="row">
        <a href={flow.href} className="row g12">
          <Tile icon={flow.icon} tone={flow.group} />
          <span className="clip">{flow.name}</span>
          {flow.isForeign && <Chip origin="outside">{t.fromFile}</Chip>}
        </a>
      </th>
      <td>
        {flow.toRepair !== undefined && (
          <Pill signal={isSafe ? "pass" : "stop"} icon={isSafe ? "shield-check" : "shield-alert"}>
            {isSafe ? t.allGuarded : t.toRepair(flow.toRepair)}
          </Pill>
        )}
      </td>
      <td>
        <LastRun run={flow.lastRun} />
      </td>
      <td className="right num">{flow.runs.toLocaleString()}</td>
      <td className="right num">{flow.thisMonth.toLocaleString()}</td>
      <td className="right t2">
        <span title={flow.edited.exact}>{flow.edited.text}</span>
      </td>
      <td className="right">
        <Menu label={t.actionsFor(flow.name)} items={actions} onChoose={(action) => onAction(flow.id, action)} />
      </td>
    </tr>
  );
}

function LastRun({ run }: { run: FlowRow["lastRun"] }) {
  const t = useMessages().library;
  if (!run)
    return (
      <span className="row g8 t2">
        <Icon name="circle-dashed" size={14} />
        {t.neverRun}
      </span>
    );
  return (
    <span className="row g8">
      <Icon name={runMarks[run.kind].icon} size={14} tone={runMarks[run.kind].tone} />
      <span className="clip">{run.text}</span>
      <span className="small t3 nowrap">{run.when}</span>
    </span>
  );
}
