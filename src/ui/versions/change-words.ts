import type { Flow, JsonValue, NodeRegistry } from "#engine";
import { titleOf } from "#ui/kit";
import { storedLanguage } from "../app/language.ts";
import { formSchemaOf } from "../inspector/form-schema.ts";
import { worded } from "../inspector/worded.ts";
import { formWords } from "../messages/forms/index.ts";
import { titleIn } from "../drawing/resolve.ts";
import type { VersionWords } from "../messages/versions/index.ts";
import type { FlowChange, SettingChange } from "./flow-changes.ts";

/** Longer values are not quoted. */
const shortValue = 40;

/** Says one change from `before` to `after` in a line. */
export function changeInWords(
  change: FlowChange,
  { before, after, registry }: { readonly before: Flow; readonly after: Flow; readonly registry: NodeRegistry },
  { changes: t }: VersionWords,
): string {
  const then = (id: string) => titleIn(before, id, registry);
  const now = (id: string) => titleIn(after, id, registry);
  switch (change.kind) {
    case "title":
      return t.title(change.before, change.after);
    case "added":
      return t.added(now(change.nodeId));
    case "removed":
      return t.removed(then(change.nodeId));
    case "renamed":
      return t.renamed(then(change.nodeId), now(change.nodeId));
    case "turned-off":
      return t.off(now(change.nodeId));
    case "turned-on":
      return t.on(now(change.nodeId));
    case "retries":
      return t.retries(now(change.nodeId));
    case "setting":
      return settingInWords(change, after, registry, t);
    case "wired":
    case "unwired": {
      const { kind, from, to } = change.edge;
      const said = { wired: { data: t.wired, attach: t.attached }, unwired: { data: t.unwired, attach: t.detached } };
      return said[change.kind][kind](now(from.node), now(to.node));
    }
    case "moved":
      return t.moved(change.steps);
    case "documents":
      return t.documents(change.added, change.removed, change.changed);
    case "speakers":
    case "samples":
    case "description":
      return t[change.kind];
  }
}

function settingInWords(
  { nodeId, name, before, after }: SettingChange,
  flow: Flow,
  registry: NodeRegistry,
  t: VersionWords["changes"],
): string {
  const step = titleIn(flow, nodeId, registry);
  const setting = settingTitle(flow, nodeId, name, registry);
  const [old, fresh] = [valueInWords(before, t), valueInWords(after, t)];
  return old === undefined || fresh === undefined ? t.setting(step, setting) : t.value(step, setting, old, fresh);
}

function settingTitle(flow: Flow, nodeId: string, name: string, registry: NodeRegistry): string {
  const type = flow.nodes.find(({ id }) => id === nodeId)?.type ?? "";
  const definition = registry.get(type);
  const schema =
    definition && worded(formSchemaOf(definition.configSchema), formWords(storedLanguage(), type)).properties?.[name];
  return titleOf(name, typeof schema === "object" ? schema : {});
}

/** Undefined for what does not fit into a line: a text over many words, a list, a table of rules. */
function valueInWords(value: JsonValue | undefined, t: VersionWords["changes"]): string | undefined {
  if (value === undefined || value === null || value === "") return t.empty;
  if (typeof value === "boolean") return value ? t.yes : t.no;
  if (typeof value === "number") return String(value);
  const isShort = typeof value === "string" && value.length <= shortValue && !value.includes("\n");
  return isShort ? `“${value}”` : undefined;
}
