import type { Flow } from "#engine";
import { flowFileName, flowFileText } from "./flow-file.ts";

/** Hands the flow to the person as a file. Returns the file's name. */
export function saveFlowFile(flow: Flow): string {
  const name = flowFileName(flow.title);
  const address = URL.createObjectURL(new Blob([flowFileText(flow)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the bytes once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 0);
  return name;
}
