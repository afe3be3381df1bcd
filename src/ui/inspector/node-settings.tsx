import { useMemo } from "react";
import { jsonObject, type DrawnNode } from "#engine";
import { SchemaForm } from "#ui/kit";
import type { FieldError, FieldPath } from "#ui/kit";
import { InspectorSection } from "../editor/index.ts";
import { useMessages } from "../messages/index.ts";
import { useEditor } from "../editor-page/editor-context.tsx";
import { formSchemaOf } from "./form-schema.ts";
import { PermissionSettings } from "./permission-settings.tsx";
import { setAt } from "./set-at.ts";
import { widgets } from "./widgets.ts";

/** The settings of one step, from its own schema. Rules have a page of their own. */
export function NodeSettings({ drawn }: { drawn: DrawnNode }) {
  if (drawn.definition.provides === "permission") return <PermissionSettings drawn={drawn} />;
  return <FormSettings drawn={drawn} />;
}

function FormSettings({ drawn }: { drawn: DrawnNode }) {
  const t = useMessages().edit;
  const { document } = useEditor();
  const { definition, config, node } = drawn;
  const schema = useMemo(() => formSchemaOf(definition.configSchema), [definition]);
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
  };
  return (
    <InspectorSection title={t.inspect.settings}>
      <SchemaForm schema={schema} value={config} onChange={change} errors={errors} widgets={widgets} />
    </InspectorSection>
  );
}

/** What is wrong with the settings, at the field it is wrong with. */
function errorsOf({ definition, config }: DrawnNode): readonly FieldError[] {
  const parsed = definition.configSchema.safeParse(config);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path, message }) => ({
    path: path.map((key) => (typeof key === "symbol" ? String(key) : key)),
    message,
  }));
}
