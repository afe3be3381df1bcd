import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { CliError } from "./cli-error.ts";

export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    throw new CliError("file", `${path} cannot be read.`);
  }
}

export async function readText(path: string): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readBytes(path));
  } catch (problem) {
    throw problem instanceof CliError ? problem : new CliError("file", `${path} is not UTF-8 text.`);
  }
}

export async function readJson(path: string): Promise<unknown> {
  return parseJson(await readText(path), path);
}

/** @param where names the text in the sentence: a file, or “Line 3”. */
export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CliError("file", `${where} is not JSON.`);
  }
}

/** Reads a JSON file as exactly what `schema` says; unknown members are errors. */
export async function readAs<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  return checkAs(await readJson(path), schema, path);
}

export function checkAs<T>(candidate: unknown, schema: z.ZodType<T>, where: string): T {
  const checked = schema.safeParse(candidate);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? "" : ` at ${issue.path.join(".")}`;
  throw new CliError("file", `${where} is not valid${place}: ${issue?.message ?? "unknown problem"}.`);
}
