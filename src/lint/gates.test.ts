import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { planted, type Planted } from "./planted.ts";

const project = join(import.meta.dirname, "../..");

/** A copy of the house with the real configuration and nothing in it but violations: each tool sees them at real paths. */
let house = "";

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), "gates-"));
  const settings = readdirSync(project).filter((name) => /^(tsconfig.*|package|knip|\.oxlintrc)\.jsonc?$/.test(name));
  for (const name of [...settings, "src/lint", "src/engine/globals.d.ts"]) {
    cpSync(join(project, name), join(house, name), { recursive: true });
  }
  symlinkSync(join(project, "node_modules"), join(house, "node_modules"));
  for (const { path, source } of planted) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), source);
  }
});

afterAll(() => {
  rmSync(house, { recursive: true });
});

describe("every planted violation is caught by its own rule", () => {
  it("in the linter", async () => {
    const report = lintReport.parse(JSON.parse(await output("oxlint", ["--format", "json", "src", "nodes"])));
    const caught = report.diagnostics.map(({ filename, code }) => `${filename} ${code}`);
    for (const { path, rule } of plantedFor("oxlint")) expect(caught).toContain(`${path} ${rule}`);
  });

  it("in the compiler", async () => {
    const caught = await output("tsc", ["-b", "--pretty", "false"]);
    for (const { path, rule } of plantedFor("tsc")) {
      expect(caught.split("\n")).toContainEqual(expect.stringMatching(new RegExp(`^${path}\\(.*error ${rule}:`)));
    }
  });

  it("in the search for dead code", async () => {
    const report = deadReport.parse(JSON.parse(await output("knip", ["--reporter", "json"])));
    const caught = report.issues.flatMap(({ file, exports }) => exports.map(({ name }) => `${file} ${name}`));
    for (const { path, rule } of plantedFor("knip")) expect(caught).toContain(`${path} ${rule}`);
    expect(caught).not.toContain("src/cli/dead.ts used");
  });
});

const lintReport = z.object({ diagnostics: z.array(z.object({ filename: z.string(), code: z.string() })) });
const deadReport = z.object({
  issues: z.array(z.object({ file: z.string(), exports: z.array(z.object({ name: z.string() })) })),
});

function plantedFor(gate: Planted["gate"]): readonly Planted[] {
  return planted.filter((violation) => violation.gate === gate && violation.rule !== "");
}

/** What the tool prints; every tool here must fail, because it was given violations only. */
function output(tool: string, parameters: readonly string[]): Promise<string> {
  const command = join(project, "node_modules/.bin", tool);
  const options = { cwd: house, maxBuffer: 2 ** 26, env: { ...process.env, PATH: pathWithNode24 } };
  return new Promise((resolve, reject) => {
    execFile(command, parameters, options, (error, stdout) => {
      if (error) resolve(stdout);
      else reject(new Error(`${tool} found nothing`));
    });
  });
}

const pathWithNode24 = `${dirname(process.execPath)}:${process.env["PATH"]}`;
