import type { Flow } from "#engine";
import { flowFileName, flowFileText } from "./flow-file.ts";
import { saveFile } from "./save-file.ts";

/** Hands the flow to the person as a file. Returns the file's name. */
export function saveFlowFile(flow: Flow): string {
  const name = flowFileName(flow.title);
  saveFile(name, flowFileText(flow), "application/json");
  return name;
}
