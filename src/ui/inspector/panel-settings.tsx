import { lazy, Suspense, useCallback, useMemo } from "react";
import { jsonObject, type CodeRunner, type DrawnNode, type Flow, type NodeRegistry } from "#engine";
import type { InspectContext } from "#pillars/firewall";
import type { FieldPath } from "#ui/kit";
import { useHome } from "../app/home-context.tsx";
import { useForeignCode } from "../adoption/use-foreign-code.ts";
import { storedLanguage } from "../app/language.ts";
import { resolveId } from "../drawing/resolve.ts";
import { useEditor, useFlow } from "../editor-page/editor-context.tsx";
import { useMessages } from "../messages/index.ts";
import { errorsOf } from "./errors-of.ts";
import { formSchemaOf } from "./form-schema.ts";
import { panels } from "./panels.ts";
import { toolKeysOf } from "./tool-keys.ts";
import { setAt } from "./set-at.ts";
import { attachedTo, besides, governedTools, hasGate, hostOf } from "./tools-of.ts";
import { useTyped } from "./use-typed.ts";
import { widgets } from "./widgets.ts";

const AdoptNotice = lazy(async () => ({ default: (await import("../adoption/index.ts")).AdoptNotice }));

export type PanelSettingsProps = { drawn: DrawnNode; type: keyof typeof panels };

/** The settings of a step whose node brings a panel of its own. */
export function PanelSettings({ drawn, type }: PanelSettingsProps) {
  const t = useMessages().edit;
  const { document, registry } = useEditor();
  const home = useHome();
  const flow = useFlow();
  const typed = useTyped(drawn);
  const { definition, config, node } = drawn;
  const schema = useMemo(() => formSchemaOf(definition.configSchema), [definition]);
  const errors = useMemo(() => errorsOf(drawn), [drawn]);
  const context = useMemo(() => contextOf(flow, node.id, registry), [flow, node.id, registry]);
  const recorded = useCallback(
    async () => (await import("./recorded-chats.ts")).recordedChats(home, flow.id, node.id, registry),
    [home, flow.id, node.id, registry],
  );
  const isTool = definition.provides === "tool";
  const attached = useMemo(
    () => (isTool ? besides(flow, node.id, registry) : attachedTo(flow, node.id, registry)),
    [flow, node.id, isTool, registry],
  );
  const isRead = useMemo(() => hasGate(flow, node.id, registry), [flow, node.id, registry]);
  const lastRun = useCallback(
    async () => (await import("./recorded-code.ts")).recordedCode(home, flow.id, node.id),
    [home, flow.id, node.id],
  );
  const code = useForeignCode(drawn);
  // Nothing stands above code of which it is not known, and it is not tried.
  const foreign = code && (
    <Suspense>
      <AdoptNotice drawn={drawn} foreign={code} />
    </Suspense>
  );
  const toolKeys = useMemo(() => toolKeysOf(home), [home]);
  const put = (changed: unknown, label: string, gesture?: string) => {
    const parsed = jsonObject.safeParse(changed);
    if (!parsed.success) return;
    document.edit(label, [{ type: "set-config", nodeId: node.id, config: parsed.data }], gesture);
    typed(parsed.data);
  };
  const Panel = panels[type];
  return (
    <Suspense>
      <Panel
        {...{ schema, errors, widgets, context, recorded, attached, isRead, lastRun, foreign }}
        inspector={home.inspector}
        toolKeys={toolKeys}
        runner={trialRunner}
        modelFiles={home.modelFiles}
        pythonLibrary={home.pythonLibrary}
        value={config}
        language={storedLanguage()}
        onChange={(path: FieldPath, value) =>
          put(setAt(config, path, value), t.change.setting(drawn.title), `setting ${node.id} ${path.join(".")}`)
        }
        onReplace={put}
      />
    </Suspense>
  );
}

let opened: Promise<CodeRunner> | undefined;

/** One sandbox for all trials, fetched with the first; a failed load is tried again. */
function trialRunner(): Promise<CodeRunner> {
  opened ??= import("./trial-runner.ts").then(
    ({ openTrialRunner }) => openTrialRunner(),
    (problem: unknown) => {
      opened = undefined;
      throw problem;
    },
  );
  return opened;
}

/** What the step that a guard hangs on knows: the instructions it keeps to itself, and the tools that a text may name. */
function contextOf(flow: Flow, nodeId: string, registry: NodeRegistry): InspectContext {
  const host = hostOf(flow, nodeId);
  const instructions = host === undefined ? undefined : resolveId(flow, host, registry)?.config["instructions"];
  return {
    toolNames: governedTools(flow, nodeId, registry).map(({ spec }) => spec.name),
    ...(typeof instructions === "string" && { instructions }),
  };
}
