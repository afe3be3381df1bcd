import type { FieldOrigin } from "#engine";

/**
 * Who fills a field, by the tool's own declaration. List positions count as `*` or not at all: `orders.0.id` is declared as
 * `orders.*.id` or `orders.id`. What is not declared is outside text.
 */
export function fieldOrigin(origins: Readonly<Record<string, FieldOrigin>>, path: string): FieldOrigin {
  const steps = path.split(".");
  const forms = [
    path,
    steps.map((step) => (isPosition(step) ? "*" : step)).join("."),
    steps.filter((step) => !isPosition(step)).join("."),
  ];
  const declared = forms.find((form) => Object.hasOwn(origins, form));
  return declared === undefined ? "outside" : (origins[declared] ?? "outside");
}

function isPosition(step: string): boolean {
  return /^\d+$/.test(step);
}
