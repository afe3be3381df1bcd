// npm links the commands of dependencies but not the project's own, and `npx gatehouse` should work right after `npm ci`.
// Plain JavaScript, because an install may run on a Node that cannot read TypeScript.
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../node_modules/.bin");

mkdirSync(folder, { recursive: true });
if (process.platform === "win32") {
  writeFileSync(join(folder, "gatehouse.cmd"), '@node "%~dp0\\..\\..\\bin\\gatehouse.mjs" %*\r\n');
} else {
  const link = join(folder, "gatehouse");
  if (existsSync(link)) rmSync(link);
  symlinkSync("../../bin/gatehouse.mjs", link);
}
