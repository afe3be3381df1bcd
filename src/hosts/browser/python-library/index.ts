import { createPythonLibrary } from "./python-library.ts";

export type { PythonLibrary } from "./python-library.ts";

/** The one of this page: what is made ready once serves its runs and its trials. */
export const pythonLibrary = createPythonLibrary();
