import { z } from "zod";

export const codeLanguages = ["javascript", "typescript", "python", "sql"] as const;
export const codeLanguage = z.enum(codeLanguages);
export type CodeLanguage = z.infer<typeof codeLanguage>;
