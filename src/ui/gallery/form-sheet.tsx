import { useState } from "react";
import { z } from "zod";
import { Dialog, Button, Markdown, Menu, SchemaForm, Slider, Checkbox, notify } from "#ui/kit";
import type { FieldPath, FormSchema } from "#ui/kit";

const config = z.strictObject({
  name: z.string().meta({ title: "Name", description: "What the step is called." }),
  instructions: z.string().meta({ title: "Instructions", widget: "textarea" }),
  temperature: z.number().min(0).max(2).default(0.3).meta({ title: "Temperature" }),
  steps: z.int().min(1).meta({ title: "Most steps", unit: "steps" }),
  strict: z.boolean().meta({ title: "Strict", description: "Ask when unsure." }),
  mode: z
    .enum(["observe", "warn", "enforce"])
    .meta({ title: "Mode", labels: { observe: "Observe", warn: "Warn", enforce: "Enforce" } }),
  hosts: z.array(z.string()).meta({ title: "Hosts" }),
  headers: z.array(z.strictObject({ name: z.string(), value: z.string() })).meta({ title: "Headers" }),
  limits: z.strictObject({ seconds: z.number().meta({ title: "Time", unit: "s" }) }).meta({ title: "Limits" }),
});
const schema: FormSchema = z.toJSONSchema(config, { io: "input" });
const start = {
  name: "Ask a model",
  instructions: "",
  steps: 8,
  strict: true,
  mode: "enforce",
  hosts: ["api.example.com"],
  headers: [{ name: "Accept", value: "*/*" }],
  limits: { seconds: 30 },
};
const text =
  "**Shipped** on Monday. [Track it](https://evil.example/?q=1), or see\n\n- item one\n- `item two`\n\n![map](https://evil.example/x.png) <img src=x onerror=alert(1)>";

export function FormSheet() {
  const [value, setValue] = useState<Record<string, unknown>>(start);
  const [isOpen, setOpen] = useState(false);
  const [speed, setSpeed] = useState(30);
  const change = (path: FieldPath, next: unknown) => setValue((before) => replace(before, path, next));
  return (
    <div className="app">
      <main className="content">
        <div className="settings">
          <h1>Form, text and overlays</h1>
          <div className="cardx settings-section">
            <SchemaForm
              schema={schema}
              value={value}
              onChange={change}
              errors={[{ path: ["instructions"], message: "Write at least one sentence." }]}
            />
          </div>
          <div className="cardx settings-section">
            <Markdown>{text}</Markdown>
            <Slider label="Speed" min={0} max={100} value={speed} onChange={setSpeed} format={(n) => `${n} %`} />
            <Checkbox label="I have read it" checked={isOpen} mixed={!isOpen} onChange={setOpen} />
            <div className="row g8">
              <Menu
                label="Actions"
                items={[
                  { id: "a", label: "Duplicate", icon: "copy", kbd: "D" },
                  { id: "b", label: "Delete", danger: true, separated: true },
                ]}
                onChoose={(id) => void notify({ text: id })}
              >
                Actions
              </Menu>
              <Button onPress={() => setOpen(true)}>Open</Button>
              <Button
                onPress={() =>
                  void notify({
                    signal: "stop",
                    text: "Not saved: the disk is full.",
                    action: { label: "Export", onPress: () => setOpen(false) },
                  })
                }
              >
                Notice
              </Button>
            </div>
            <Dialog
              title="Open this file?"
              isOpen={isOpen}
              onClose={() => setOpen(false)}
              footer={
                <Button variant="primary" onPress={() => setOpen(false)}>
                  Open
                </Button>
              }
            >
              <p className="t2">It wants to reach two hosts.</p>
            </Dialog>
          </div>
        </div>
      </main>
    </div>
  );
}

function replace(value: Record<string, unknown>, path: FieldPath, next: unknown): Record<string, unknown> {
  const copy: unknown = structuredClone(value);
  let at: unknown = copy;
  for (const key of path.slice(0, -1)) at = typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined;
  const last = path.at(-1);
  if (typeof at === "object" && at !== null && last !== undefined) Reflect.set(at, last, next);
  return copy === value || typeof copy !== "object" || copy === null ? value : { ...copy };
}
