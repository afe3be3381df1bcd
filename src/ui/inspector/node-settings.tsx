import { lazy, Suspense, useMemo } from "react";
import { jsonObject, type DrawnNode } from "#engine";
import { SchemaForm, Section } from "#ui/kit";
import type { FieldPath } from "#ui/kit";
import { storedLanguage } from "../app/language.ts";
import { formWords } from "../messages/forms/index.ts";
import { useMessages } from "../messages/index.ts";
import { useEditor } from "../editor-page/editor-context.tsx";
import { errorsOf } from "./errors-of.ts";
import { formSchemaOf } from "./form-schema.ts";
import { PanelSettings } from "./panel-settings.tsx";
import { hasPanel } from "./panels.ts";
import { PermissionSettings } from "./permission-settings.tsx";
import { setAt } from "./set-at.ts";
import { ToolSentences } from "./tool-sentence.tsx";
import { useTyped } from "./use-typed.ts";
import { widgets } from "./widgets.ts";
import { worded } from "./worded.ts";

const AdoptBanner = lazy(async () => ({ default: (await import("../adoption/index.ts")).AdoptBanner }));

/** The settings of one step, and before them what has to be known of code that came from elsewhere. */
export function NodeSettings({ drawn }: { drawn: DrawnNode }) {
  return (
    <>
      {drawn.definition.needs.includes("code") && (
        <Suspense>
          <AdoptBanner drawn={drawn} />
        </Suspense>
      )}
      <OwnSettings drawn={drawn} />
    </>
  );
}

/** Its node's own panel, else a form from its schema. Rules have a page of their own. */
function OwnSettings({ drawn }: { drawn: DrawnNode }) {
  if (drawn.definition.provides === "permission") return <PermissionSettings drawn={drawn} />;
  const { type } = drawn.node;
  if (hasPanel(type)) return <PanelSettings {...{ drawn, type }} />;
  return (
    <>
      {drawn.definition.provides === "tool" && <ToolSentences drawn={drawn} />}
      <FormSettings drawn={drawn} />
    </>
  );
}

function FormSettings({ drawn }: { drawn: DrawnNode }) {
  const t = useMessages().edit;
  const { document } = useEditor();
  const typed = useTyped(drawn);
  const { definition, config, node } = drawn;
  const schema = useMemo(
    () => worded(formSchemaOf(definition.configSchema), formWords(storedLanguage(), node.type)),
    [definition, node.type],
  );
  const errors = useMemo(() => errorsOf(drawn), [drawn]);
  if (Object.keys(schema.properties ?? {}).length === 0) return null;
  const change = (path: FieldPath, value: unknown) => {
    const changed = jsonObject.safeParse(setAt(config, path, value));
    if (!changed.success) return;
    document.edit(
      t.change.setting(drawn.title),
      [{ type: "set-config", nodeId: node.id, config: changed.data }],
      `setting ${node.id} ${path.join(".")}`,
    );
    typed(changed.data);
  };
  return (
    <Section title={t.inspect.settings}>
      <SchemaForm schema={schema} value={config} onChange={change} errors={errors} widgets={widgets} />
    </Section>
  );
}
