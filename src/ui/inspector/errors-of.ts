import type { DrawnNode } from "#engine";
import type { FieldError } from "#ui/kit";

/** What is wrong with the settings, at the field it is wrong with. */
export function errorsOf({ definition, config }: DrawnNode): readonly FieldError[] {
  const parsed = definition.configSchema.safeParse(config);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path, message }) => ({
    path: path.map((key) => (typeof key === "symbol" ? String(key) : key)),
    message,
  }));
}
