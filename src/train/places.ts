import { join } from "node:path";
import { shippedModel } from "#pillars/firewall/learning";

const project = join(import.meta.dirname, "../..");

/** Where training leaves what. */
export const places = {
  model: join(project, "public", shippedModel.file),
  card: join(project, "public/models/firewall.card.json"),
  digest: join(project, "src/pillars/firewall/classifier/shipped.ts"),
  /** The models of the folds, for measuring; not kept with the project. */
  folds: join(project, ".cache/train"),
};

export function foldFile(fold: number): string {
  return join(places.folds, `fold-${fold}.bin`);
}
