import type { DrawnNode, Flow, NodeRegistry } from "#engine";
import { IconButton, Section, Select } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { helperPort, type WireEnds } from "../drawing/handles.ts";
import { resolve, titleIn } from "../drawing/resolve.ts";
import { useEditor, useFlow } from "../editor-page/editor-context.tsx";
import { connect } from "../edits/connect.ts";
import type { EditorActions } from "../editor-page/use-actions.ts";

/** The wires of a step, and the way to draw one without a pointer. */
export function WireList({ drawn, actions }: { drawn: DrawnNode; actions: EditorActions }) {
  const t = useMessages().edit.inspect;
  const { registry } = useEditor();
  const flow = useFlow();
  const { id } = drawn.node;
  const wires = flow.edges.filter(({ from, to }) => from.node === id || to.node === id);
  const ways = waysOut(drawn).map((way) => ({ ...way, targets: targetsOf(flow, way.wire, registry) }));
  return (
    <Section title={t.wires}>
      {wires.length === 0 && <p className="small t2">{t.noWires}</p>}
      <ul className="wire-list">
        {wires.map((edge) => {
          const isFrom = edge.from.node === id;
          const other = titleIn(flow, isFrom ? edge.to.node : edge.from.node, registry);
          return (
            <li key={edge.id} className="row g8">
              <span className="grow clip">
                {t.wireFrom(isFrom ? drawn.title : other, isFrom ? other : drawn.title)}
              </span>
              <IconButton icon="trash" label={t.removeWire(other)} onPress={() => actions.remove([edge.id])} />
            </li>
          );
        })}
      </ul>
      {ways
        .filter(({ targets }) => targets.length > 0)
        .map(({ port, title, targets }) => (
          <Select
            key={port}
            size="sm"
            label={t.joinTo(title)}
            placeholder={t.choose}
            value={undefined}
            options={targets.map(({ label }, at) => ({ value: String(at), label }))}
            onChange={(at) => {
              const wire = targets[Number(at)]?.wire;
              if (wire) actions.connect(wire);
            }}
          />
        ))}
    </Section>
  );
}

type Way = { readonly port: string; readonly title: string; readonly wire: (to: WireEnds["to"]) => WireEnds };

/** Where a wire can leave a step: each output, and a helper's own end. */
function waysOut({ node, definition }: DrawnNode): readonly Way[] {
  const outputs = Object.entries(definition.outputs).map(([port, { title }]): Way => ({
    port,
    title,
    wire: (to) => ({ kind: "data", from: { node: node.id, port }, to }),
  }));
  if (definition.provides === undefined) return outputs;
  const from = { node: node.id, port: helperPort };
  return [{ port: helperPort, title: definition.title, wire: (to) => ({ kind: "attach", from, to }) }, ...outputs];
}

function targetsOf(
  flow: Flow,
  wire: Way["wire"],
  registry: NodeRegistry,
): readonly { readonly label: string; readonly wire: WireEnds }[] {
  return flow.nodes.flatMap((node) => {
    const drawn = resolve(node, registry);
    if (drawn === undefined) return [];
    const ports = { ...drawn.definition.inputs, ...drawn.definition.attach };
    return Object.entries(ports).flatMap(([port, { title }]) => {
      const ends = wire({ node: node.id, port });
      return connect(flow, ends, registry).ok ? [{ label: `${drawn.title}: ${title}`, wire: ends }] : [];
    });
  });
}
