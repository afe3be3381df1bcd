#!/usr/bin/env node
// Node 24 runs the TypeScript sources as they are. An older Node hands over to the one that npm installed with the project.
import { spawn } from "node:child_process";
import module from "node:module";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";

const major = Number(process.versions.node.split(".")[0]);

if (major >= 24) await start();
else handOver();

// Stripping types and compiling takes a third of a short run, so both are kept, beside the code they were made from.
async function start() {
  module.enableCompileCache(fileURLToPath(new URL("../.cache/compile", import.meta.url)));
  await import("../src/cli/main.ts");
}

function handOver() {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const node = fileURLToPath(new URL(`../node_modules/node/bin/${name}`, import.meta.url));
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", () => {
    console.error(`gatehouse needs Node 24 or newer (this is ${process.versions.node}). Run "npm ci" to install it.`);
    process.exitCode = 1;
  });
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal];
  });
}
