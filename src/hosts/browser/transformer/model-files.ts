import { createStoredFiles, type StoredFiles } from "../stored-files.ts";

/** Files of models that the user brought. */
export type ModelFiles = StoredFiles;

export function createModelFiles(name = "gatehouse-models"): ModelFiles {
  return createStoredFiles({
    name,
    foreign: "What came is not the file that this firewall names, so it was thrown away.",
  });
}
