import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { z } from "zod";
import { mayImport, placeOf } from "./layers.ts";

const project = join(import.meta.dirname, "../..");
const manifest = z.object({ imports: z.record(z.string(), z.string()) });

const names = Object.entries(manifest.parse(JSON.parse(readFileSync(join(project, "package.json"), "utf8"))).imports);
/** `#name` -> file, as Node resolves it: the only doors between folders. */
const doors = new Map(
  names.flatMap(([name, file]) => (file.startsWith("./") ? [[name, file.replace(/^\.\//, "")]] : [])),
);
/** Names for a package that is meant to be exchanged. */
const packages = new Set(names.flatMap(([name, file]) => (file.startsWith("./") ? [] : [name])));
const closedFolders = [...doors.values()].map((file) => dirname(file)).sort((a, b) => b.length - a.length);

/** What is wrong with the import of `specifier` in `file` (both as written; `file` relative to the project), or undefined. */
export function faultOf(file: string, specifier: string): string | undefined {
  const from = placeOf(file);
  const isAlias = specifier.startsWith("#") && !packages.has(bareOf(specifier));
  if (!from || !(isAlias || specifier.startsWith("."))) return undefined;
  if (specifier.includes("../../")) return `"${specifier}" climbs two folders: import by # name, or move the file.`;
  const target = targetOf(file, specifier);
  if (!target)
    return `"${specifier}" is no door of package.json "imports": import the folder's index.ts by its # name.`;
  const to = placeOf(target);
  if (!to) return `"${specifier}" belongs to no layer, so nobody may import it.`;
  if (!mayImport(from, to, isTest(file))) return `${from.root} may not import ${to.root} (src/lint/layers.ts).`;
  const home = homeOf(target);
  if (file.startsWith(`${home}/`)) return undefined;
  if (target !== `${home}/index.ts`) return `"${specifier}" reaches past ${home}/index.ts.`;
  const opensChild = home.startsWith(`${dirname(file)}/`);
  if (!isAlias && from.root !== to.root && !opensChild) return `"${specifier}" crosses layers: import by # name.`;
  return undefined;
}

function targetOf(file: string, specifier: string): string | undefined {
  const bare = bareOf(specifier);
  return bare.startsWith("#") ? doors.get(bare) : relative(project, join(project, dirname(file), bare));
}

function bareOf(specifier: string): string {
  return specifier.replace(/\?.*$/, "");
}

/** The innermost folder around `path` whose inside is closed to others. */
function homeOf(path: string): string {
  const root = placeOf(path)?.root ?? "";
  const folder = /\.\w+$/.test(root) ? dirname(root) : root;
  const door = closedFolders.find((closed) => path.startsWith(`${closed}/`)) ?? "";
  return door.length > folder.length ? door : folder;
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}
