import type { Command } from "./command.ts";

/** Every command, in the order of --help. Each is loaded when it is called. A new command is one file and one line here. */
export const commands: readonly { readonly name: string; readonly load: () => Promise<Command> }[] = [
  { name: "templates", load: async () => (await import("./commands/templates.ts")).templatesCommand },
  { name: "run", load: async () => (await import("./commands/run.ts")).runCommand },
  { name: "lint", load: async () => (await import("./commands/lint.ts")).lintCommand },
  { name: "policy", load: async () => (await import("./commands/policy.ts")).policyCommand },
  { name: "scan", load: async () => (await import("./commands/scan.ts")).scanCommand },
  { name: "code", load: async () => (await import("./commands/code.ts")).codeCommand },
  { name: "verify", load: async () => (await import("./commands/verify.ts")).verifyCommand },
  { name: "replay", load: async () => (await import("./commands/replay.ts")).replayCommand },
  { name: "export", load: async () => (await import("./commands/export.ts")).exportCommand },
  { name: "redact", load: async () => (await import("./commands/redact.ts")).redactCommand },
  { name: "receipt", load: async () => (await import("./commands/receipt.ts")).receiptCommand },
  { name: "approve", load: async () => (await import("./commands/approve.ts")).approveCommand },
  { name: "keys", load: async () => (await import("./commands/keys.ts")).keysCommand },
  { name: "bench", load: async () => (await import("./commands/bench.ts")).benchCommand },
];
