import { useState } from "react";
import type { DrawnNode, EditOperation } from "#engine";
import { NumberField, Section, TextField } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { useEditor } from "../editor-page/editor-context.tsx";

type Change = Extract<EditOperation, { type: "set-node" }>["change"];

/** What every step has beside its own settings: a name; and where it runs, how often and how long it may try. */
export function StepSettings({ drawn }: { drawn: DrawnNode }) {
  const t = useMessages().edit;
  const { document } = useEditor();
  const { node, definition } = drawn;
  const set = (change: Change) =>
    document.edit(
      t.change.setting(drawn.title),
      [{ type: "set-node", nodeId: node.id, change }],
      `step ${node.id} ${Object.keys(change).join(" ")}`,
    );
  const canRetry = definition.runs && definition.effect === "read";
  return (
    <Section title={t.inspect.step}>
      <div className="form">
        <NameField key={node.id} name={drawn.title} placeholder={definition.title} onName={(title) => set({ title })} />
        {definition.runs && (
          <div className="pair even">
            {canRetry && (
              <NumberField
                label={t.inspect.retries}
                value={node.retries}
                min={0}
                max={5}
                step={1}
                placeholder="0"
                onChange={(retries = 0) => set({ retries: clamp(Math.round(retries), 0, 5) })}
              />
            )}
            <NumberField
              label={t.inspect.timeout}
              value={node.timeoutSeconds}
              min={0.1}
              max={600}
              placeholder="60"
              onChange={(seconds) => seconds !== undefined && set({ timeoutSeconds: clamp(seconds, 0.1, 600) })}
            />
          </div>
        )}
      </div>
    </Section>
  );
}

/** An empty name is not taken; the last one stands until there is another. */
function NameField({
  name,
  placeholder,
  onName,
}: {
  name: string;
  placeholder: string;
  onName: (name: string) => void;
}) {
  const t = useMessages().edit.inspect;
  const [isEmpty, setEmpty] = useState(false);
  const change = (typed: string) => {
    setEmpty(typed.trim() === "");
    if (typed.trim() !== "") onName(typed.slice(0, 120));
  };
  return <TextField label={t.title} value={isEmpty ? "" : name} placeholder={placeholder} onChange={change} />;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
