import { join } from "node:path";
import { heldOutList } from "#bench/firewall";
import { shippedModel } from "#pillars/firewall/learning";

const project = join(import.meta.dirname, "../..");

/** Where training leaves what. */
export const places = {
  model: join(project, "public", shippedModel.file),
  card: join(project, "public/models/firewall.card.json"),
  figures: join(project, "src/pillars/firewall/measured/learned.json"),
  digest: join(project, "src/pillars/firewall/classifier/shipped.ts"),
  /** Which model of the folds lacks which families. */
  heldOut: join(project, ".cache/train", heldOutList),
  /** The models of the folds, for measuring; not kept with the project. */
  folds: join(project, ".cache/train"),
};

export function foldFile(fold: number): string {
  return join(places.folds, `fold-${fold}.bin`);
}
