import type { Finding, FlowEdge } from "#engine";
import { Button, Icon, Section } from "#ui/kit";
import { InspectorFrame } from "../editor/index.ts";
import { useMessages } from "../messages/index.ts";
import { findingId, repairIcon } from "../checks/finding-items.ts";
import { resolve, titleIn } from "../drawing/resolve.ts";
import { useEditor, useFlow, useSession } from "../editor-page/editor-context.tsx";
import type { EditorActions } from "../editor-page/use-actions.ts";
import { NodeSettings } from "./node-settings.tsx";
import { StepSettings } from "./step-settings.tsx";
import { hostOf } from "./tools-of.ts";
import { WireList } from "./wire-list.tsx";

export type InspectorPaneProps = { actions: EditorActions; findings: readonly Finding[]; onRename: () => void };

/** The settings of the chosen step, or what can be done with a chosen wire or with several parts. */
export function InspectorPane(props: InspectorPaneProps) {
  const flow = useFlow();
  const selected = useSession((state) => state.selected);
  const [only, ...others] = selected;
  if (only === undefined) return null;
  const edge = others.length === 0 ? flow.edges.find(({ id }) => id === only) : undefined;
  if (edge) return <WireInspector {...props} edge={edge} />;
  const isNode = others.length === 0 && flow.nodes.some(({ id }) => id === only);
  return isNode ? <NodeInspector {...props} nodeId={only} /> : <SeveralInspector {...props} count={selected.length} />;
}

function NodeInspector({ nodeId, actions, findings, onRename }: InspectorPaneProps & { nodeId: string }) {
  const t = useMessages().edit;
  const { registry, session } = useEditor();
  const flow = useFlow();
  const node = flow.nodes.find(({ id }) => id === nodeId);
  if (node === undefined) return null;
  const drawn = resolve(node, registry);
  const host = hostOf(flow, nodeId);
  const own = findings.filter(({ at }) => at.node === nodeId);
  const isOff = node.disabled === true;
  const act: Readonly<Record<string, () => void>> = {
    rename: onRename,
    duplicate: () => actions.duplicate([nodeId]),
    turn: () => actions.turn(nodeId, !isOff),
    remove: () => actions.remove([nodeId]),
  };
  return (
    <InspectorFrame
      icon={drawn?.definition.icon ?? "circle-help"}
      group={drawn === undefined || drawn.definition.group === "note" ? "logic" : drawn.definition.group}
      title={titleIn(flow, nodeId, registry)}
      subtitle={
        host === undefined ? (drawn?.definition.title ?? node.type) : t.inspect.forStep(titleIn(flow, host, registry))
      }
      actions={[
        { id: "rename", label: t.menu.rename, icon: "pen-line", kbd: "F2" },
        { id: "duplicate", label: t.menu.duplicate, icon: "copy", kbd: "Ctrl D" },
        { id: "turn", label: isOff ? t.menu.turnOn : t.menu.turnOff, icon: "power" },
        { id: "remove", label: t.menu.remove, icon: "trash", danger: true, separated: true },
      ]}
      onAction={(id) => act[id]?.()}
      onClose={() => session.select([])}
    >
      {isOff && (
        <Section>
          <p className="t2">{t.inspect.off}</p>
        </Section>
      )}
      {own.length > 0 && <OwnFindings findings={own} actions={actions} />}
      {drawn === undefined ? (
        <Section>
          <p className="t2">{t.inspect.unknownNode}</p>
        </Section>
      ) : (
        <>
          <NodeSettings key={nodeId} drawn={drawn} />
          <StepSettings drawn={drawn} />
          <WireList drawn={drawn} actions={actions} />
        </>
      )}
    </InspectorFrame>
  );
}

function OwnFindings({ findings, actions }: { findings: readonly Finding[]; actions: EditorActions }) {
  const { registry } = useEditor();
  return (
    <Section>
      {findings.map((finding) => (
        <div key={findingId(finding)} className="own-finding">
          <p className="row g8">
            <Icon name="triangle-alert" size={14} tone={finding.severity === "error" ? "stop" : "ask"} />
            <b>{finding.title}</b>
          </p>
          <p className="t2 small">{finding.message}</p>
          {finding.fix && (
            <Button
              size="sm"
              icon={repairIcon(finding.fix.operations, registry)}
              onPress={() => actions.repair(finding)}
            >
              {finding.fix.title}
            </Button>
          )}
        </div>
      ))}
    </Section>
  );
}

function WireInspector({ edge, actions }: InspectorPaneProps & { edge: FlowEdge }) {
  const t = useMessages().edit;
  const { registry, session } = useEditor();
  const flow = useFlow();
  return (
    <InspectorFrame
      icon="route"
      group="logic"
      title={t.inspect.wire}
      subtitle={t.inspect.wireFrom(titleIn(flow, edge.from.node, registry), titleIn(flow, edge.to.node, registry))}
      actions={[]}
      onAction={() => undefined}
      onClose={() => session.select([])}
    >
      <Section>
        <Button icon="trash" onPress={() => actions.remove([edge.id])}>
          {t.menu.remove}
        </Button>
      </Section>
    </InspectorFrame>
  );
}

function SeveralInspector({ count, actions }: InspectorPaneProps & { count: number }) {
  const t = useMessages().edit;
  const { session } = useEditor();
  return (
    <InspectorFrame
      icon="layers"
      group="logic"
      title={t.inspect.several(count)}
      actions={[]}
      onAction={() => undefined}
      onClose={() => session.select([])}
    >
      <Section>
        <div className="row g8 wrap">
          <Button onPress={() => actions.align("left")}>{t.menu.alignLeft}</Button>
          <Button onPress={() => actions.align("top")}>{t.menu.alignTop}</Button>
          <Button icon="copy" onPress={() => actions.duplicate()}>
            {t.menu.duplicate}
          </Button>
          <Button icon="trash" onPress={() => actions.remove()}>
            {t.menu.remove}
          </Button>
        </div>
      </Section>
    </InspectorFrame>
  );
}
