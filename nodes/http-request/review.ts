import type { ConfigRemark } from "#engine";
import { readAddress } from "#pillars/privileges";
import type { HttpRequestSettings } from "./settings.ts";
import { addressProblem } from "./tool.ts";

/** Headers that browsers set themselves, that lead elsewhere, or that are ours. */
const reserved: ReadonlySet<string> = new Set(
  "host origin referer cookie connection content-length content-type transfer-encoding upgrade gatehouse-grant idempotency-key".split(
    " ",
  ),
);
const secretName = /authorization|cookie|api-?key|token|secret|password|credential/iu;

/** What is wrong with the settings, each in one sentence. */
export function review(config: HttpRequestSettings): readonly ConfigRemark[] {
  const error = (message: string): ConfigRemark => ({ severity: "error", message });
  if (config.address === "") return [error("Write the address that it calls.")];
  const read = readAddress(config.address);
  const problem = read.ok ? addressProblem(config, read.template) : read.problem;
  const names = config.headers.map(({ name }) => name.toLowerCase());
  const sent = config.secret?.header.toLowerCase();
  return [
    ...(problem === undefined ? [] : [error(problem)]),
    ...names.filter((name) => reserved.has(name)).map((name) => error(`The header ${name} cannot be set here.`)),
    // Whoever gets the flow would get it too.
    ...names
      .filter((name) => secretName.test(name))
      .map((name) => error(`What ${name} carries is a secret. Add it as a key: keys stay out of the flow.`)),
    ...(sent === undefined || (!reserved.has(sent) && !names.includes(sent))
      ? []
      : [error(`The key cannot be sent as ${sent}.`)]),
    ...(config.description.trim() === ""
      ? [{ severity: "warning" as const, message: "Say what it does, or a model will not know when to use it." }]
      : []),
  ];
}
