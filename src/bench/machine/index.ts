import { cpus } from "node:os";

/** Where a benchmark ran: figures of two machines are not compared without it. */
export interface Machine {
  readonly host: string;
  readonly cpus: number;
  readonly cpu: string;
}

export function machine(): Machine {
  const [first] = cpus();
  return { host: `Node ${process.versions.node}`, cpus: cpus().length, cpu: first?.model ?? "unknown" };
}
