import { listModels, type Connection } from "#providers";
import type { SelectOption } from "#ui/kit";

/** The models to choose from. In a file of its own, because the providers are large and not fetched with the editor. */
export function modelOptions(connections: readonly Connection[]): readonly SelectOption[] {
  return listModels(connections).map(({ id, title }) => ({ value: id, label: title }));
}
