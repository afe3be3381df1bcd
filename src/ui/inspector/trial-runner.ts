import type { CodeRunner } from "#engine";
import { createBrowserCodeRunner, pythonLibrary } from "#hosts/browser";

/** The sandbox where code is tried that belongs to no run. */
export function openTrialRunner(): CodeRunner {
  return createBrowserCodeRunner({ document, pythonLibrary: () => pythonLibrary.parcel() });
}
