import { z } from "zod";

export const codeLanguages = ["javascript", "typescript", "python", "sql"] as const;
export const codeLanguage = z.enum(codeLanguages);
export type CodeLanguage = z.infer<typeof codeLanguage>;

/** How much of Python's library code can import: what every copy brings along, or the whole of it, which is a download. */
export const pythonLibrary = z.enum(["small", "full"]);
export type PythonLibrary = z.infer<typeof pythonLibrary>;
