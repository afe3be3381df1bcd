import { defineNode, port, type ConfigRemark, type NodeDefinition, type ToolSpec } from "#engine";
import { settings, type HttpRequestSettings } from "./settings.ts";

/** What makes a tool of the settings. A parameter, because inference is large and a drawing can be shown without it. */
export interface ToolReader {
  /** Undefined as long as there is no address that can be read. */
  readonly toolOf: (config: HttpRequestSettings) => ToolSpec | undefined;
  readonly summary: (config: HttpRequestSettings) => string;
  readonly review: (config: HttpRequestSettings) => readonly ConfigRemark[];
}

export function httpRequestWith({ toolOf, summary, review }: ToolReader): NodeDefinition {
  return defineNode({
    type: "http-request",
    version: 1,
    title: "HTTP request",
    group: "act",
    icon: "globe",
    description: "Lets a step call a service of your own over the network: one host, one kind of call.",
    summary: (config) => (config.address === "" ? "Needs an address" : summary(config)),
    config: settings,
    inputs: {},
    outputs: {},
    attach: { approval: port.upToOne("approval", "Approval"), permission: port.upToOne("permission", "Permission") },
    provides: "tool",
    tools: (config) => [toolOf(config)].flatMap((tool) => tool ?? []),
    review,
    needs: [],
    effect: "read",
  });
}
