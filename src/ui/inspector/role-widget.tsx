import { Select } from "#ui/kit";
import type { WidgetProps } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { useFlow } from "../editor-page/editor-context.tsx";

/** One of the roles of the people who may speak in this flow; empty means anyone. */
export function RoleWidget({ label, hint, error, value, onChange, disabled }: WidgetProps) {
  const t = useMessages().edit.inspect;
  const current = typeof value === "string" ? value : "";
  const roles = useRoles(current);
  const options = [{ value: "", label: t.anyone }, ...roles.map((role) => ({ value: role, label: role }))];
  return <Select {...{ label, hint, error, disabled, options, onChange }} value={current} />;
}

/** The roles that this flow knows, and the one that is set although it does not. */
function useRoles(current: string): readonly string[] {
  const { speakers } = useFlow();
  return [...new Set([...speakers.map(({ role }) => role), ...(current === "" ? [] : [current])])];
}
