import { freshId, type EditOperation } from "../flow/edit.ts";
import type { AttachKind, Socket } from "../node/ports.ts";
import type { NodeRegistry } from "../node/registry.ts";
import type { ToolSpec } from "../port/tool.ts";
import type { Drawing, DrawnNode } from "./drawing.ts";
import type { Finding, Fix } from "./finding.ts";

/** The drawing is the policy: no model without a firewall, no tool without a permission, no socket short of its helper. */
export function checkGuards(drawing: Drawing, registry: NodeRegistry): Finding[] {
  const findings: Finding[] = [];
  for (const each of drawing.nodes.values()) {
    if (findings.length >= enough) break;
    findings.push(...checkSockets(each, drawing, registry), ...checkTools(each, drawing, registry));
  }
  return findings;
}

/** Nobody reads more, each comes with its repair, and the rest shows when these are repaired. */
const enough = 200;

function checkSockets(drawn: DrawnNode, drawing: Drawing, registry: NodeRegistry): Finding[] {
  const sockets = Object.entries(drawn.definition.attach);
  const findings = sockets.flatMap(([port, socket]) => checkSocket(drawn, port, socket, drawing, registry));
  const guarded = sockets.some(
    ([port, socket]) => socket.kind === "firewall" && drawing.helpersOf(drawn.node.id, port).length > 0,
  );
  if (drawn.definition.needs.includes("llm") && !guarded && !findings.some((each) => each.code === "unguarded-model")) {
    findings.push(unguarded(drawn, undefined));
  }
  return findings;
}

function checkSocket(
  drawn: DrawnNode,
  port: string,
  socket: Socket,
  drawing: Drawing,
  registry: NodeRegistry,
): Finding[] {
  const count = drawing.helpersOf(drawn.node.id, port).length;
  if (count > socket.max) {
    return [
      {
        code: "too-many-helpers",
        severity: "error",
        at: { node: drawn.node.id, port },
        title: `${drawn.title} has ${count} at ${socket.title}`,
        message: `It takes ${socket.max}. Remove the others.`,
      },
    ];
  }
  if (count >= socket.min) return [];
  const fix = addHelper(drawn, port, socket.kind, drawing, registry);
  if (socket.kind === "firewall") return [unguarded(drawn, fix, port)];
  return [
    {
      code: "missing-helper",
      severity: "error",
      at: { node: drawn.node.id, port },
      title: `${drawn.title} has no ${socket.title.toLowerCase()}`,
      message: missingHelper[socket.kind],
      ...(fix === undefined ? {} : { fix }),
    },
  ];
}

const missingHelper: Record<AttachKind, string> = {
  tool: "Without a tool it can do nothing.",
  permission: "No rule says what it may use, so every call would be denied.",
  approval: "Nobody is asked before it acts.",
  firewall: "Nothing checks what it reads.",
  knowledge: "It has nothing to look things up in.",
  limits: "Nothing says when it has to stop.",
};

function unguarded(drawn: DrawnNode, fix: Fix | undefined, port = "firewall"): Finding {
  return {
    code: "unguarded-model",
    severity: "error",
    at: { node: drawn.node.id, port },
    title: `${drawn.title} has no firewall`,
    message:
      "A firewall reads every message before the model does, and every answer before it leaves. Without one, this step does not run.",
    ...(fix === undefined ? {} : { fix }),
  };
}

function checkTools(drawn: DrawnNode, drawing: Drawing, registry: NodeRegistry): Finding[] {
  const findings: Finding[] = [];
  const named = new Map<string, string>();
  const own = permissionsOf(drawn, drawing);
  for (const tool of drawing
    .helpersOf(drawn.node.id)
    .filter((each) => each.definition.provides === "tool")
    .slice(0, 65)) {
    const rules = [...own, ...permissionsOf(tool, drawing)];
    for (const spec of tool.definition.toolsFor(tool.config)) {
      if (named.has(spec.name)) findings.push(twice(tool, spec));
      named.set(spec.name, tool.node.id);
      if (!rules.some((each) => each.definition.governedBy(each.config).includes(spec.name)))
        findings.push(ungranted(drawn, tool, spec, drawing, registry));
    }
  }
  return findings;
}

function permissionsOf(drawn: DrawnNode, drawing: Drawing): readonly DrawnNode[] {
  return drawing.helpersOf(drawn.node.id).filter((each) => each.definition.provides === "permission");
}

function twice(tool: DrawnNode, spec: ToolSpec): Finding {
  return {
    code: "tool-name-twice",
    severity: "error",
    at: { node: tool.node.id },
    title: `${spec.title} is attached twice`,
    message: "A step cannot tell two tools of the same name apart. Remove one.",
  };
}

function ungranted(
  host: DrawnNode,
  tool: DrawnNode,
  spec: ToolSpec,
  drawing: Drawing,
  registry: NodeRegistry,
): Finding {
  const base = {
    code: "ungranted-tool",
    severity: "error",
    at: { node: tool.node.id },
    title: `${tool.title} has no permission`,
    message: `No rule says when ${host.title} may use ${spec.title}, so every call would be denied.`,
  } as const;
  const present = permissionsOf(host, drawing)[0];
  if (present !== undefined) {
    const rules = present.config["rules"];
    const added = present.definition.starterConfig([spec])["rules"];
    if (!Array.isArray(rules) || !Array.isArray(added)) return base;
    const config = { ...present.config, rules: [...rules, ...added] };
    return {
      ...base,
      fix: {
        title: `Add a rule for ${spec.title}`,
        operations: [{ type: "set-config", nodeId: present.node.id, config }],
      },
    };
  }
  const socket = Object.entries(host.definition.attach).find(([, each]) => each.kind === "permission");
  const fix = socket === undefined ? undefined : addHelper(host, socket[0], "permission", drawing, registry);
  return fix === undefined ? base : { ...base, fix };
}

/** The repair of a missing helper: a new node below the step, with settings that are safe as they are. */
function addHelper(
  drawn: DrawnNode,
  port: string,
  kind: AttachKind,
  drawing: Drawing,
  registry: NodeRegistry,
): Fix | undefined {
  if (kind === "tool" || kind === "knowledge") return undefined;
  const definition = [...registry.values()].find((each) => each.provides === kind);
  if (definition === undefined) return undefined;
  // More than a socket takes is a finding of its own, and no reason to fail here.
  const tools = drawing
    .helpersOf(drawn.node.id)
    .slice(0, 64)
    .flatMap((each) => each.definition.toolsFor(each.config))
    .slice(0, 64);
  const id = freshId(drawing.flow, definition.type);
  const column = Object.keys(drawn.definition.attach).indexOf(port);
  const position = { x: drawn.node.position.x + 96 * column, y: drawn.node.position.y + 200 };
  const operations: EditOperation[] = [
    {
      type: "add-node",
      node: {
        id,
        type: definition.type,
        version: definition.version,
        position,
        config: definition.starterConfig(tools),
      },
    },
    {
      type: "add-edge",
      edge: {
        id: freshId(drawing.flow, `${id}-to-${drawn.node.id}`.slice(0, 60)),
        kind: "attach",
        from: { node: id, port: "guard" },
        to: { node: drawn.node.id, port },
      },
    },
  ];
  return { title: `Add a ${definition.title.toLowerCase()}`, operations };
}
