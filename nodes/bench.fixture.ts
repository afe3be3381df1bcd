import {
  labelled,
  type Attached,
  type ContextMessage,
  type Conversation,
  type JsonObject,
  type JsonValue,
  type Label,
  type Labelled,
  type Needs,
  type NodeDefinition,
} from "#engine";

export const userLabel: Label = { integrity: "user", sources: ["t1/in"] };
export const outsideLabel: Label = { integrity: "untrusted", sources: ["t1/shop/0/h0.c0"] };

/** Runs one node on values given by hand, with only the ports it is given: any other that it touches is not there. */
export function execute(
  definition: NodeDefinition,
  inputs: Readonly<Record<string, Labelled>>,
  ports: Partial<Needs> = {},
  config: JsonObject = {},
  attached: readonly Attached[] = [],
): ReturnType<NodeDefinition["execute"]> {
  const entries = Object.entries(inputs);
  return definition.execute({
    config,
    inputs: Object.fromEntries(entries.map(([name, { data }]) => [name, data])),
    labels: Object.fromEntries(entries.map(([name, { label }]) => [name, label])),
    host: withRefusals(ports),
    signal: new AbortController().signal,
    attached,
  });
}

/** A chat with what was said before and what is said now; `said` collects what the flow answers. */
export function chat(now: string, before: readonly ContextMessage[] = []) {
  const said: Labelled[] = [];
  const conversation: Conversation = {
    history: () => before,
    current: () => userMessage(now),
    async say(_key, { text }) {
      said.push(text);
    },
  };
  return { conversation, said };
}

export function userMessage(text: string, ref = "t1/in"): ContextMessage {
  return { ref, from: "user", label: userLabel, message: { role: "user", text } };
}

export function fromUser(data: JsonValue): Labelled {
  return labelled(data, userLabel);
}

function withRefusals(ports: Partial<Needs>): Needs {
  const refuse = async (): Promise<never> => {
    throw new Error("This port was not given to the node.");
  };
  const refuseNow = (): never => {
    throw new Error("This port was not given to the node.");
  };
  return {
    llm: { ask: refuse },
    tools: { visible: refuse, call: refuse },
    code: { run: refuse },
    knowledge: { search: refuse },
    people: { decide: refuse, handOff: refuse },
    firewall: { inspect: refuse },
    conversation: { history: refuseNow, current: refuseNow, say: refuse },
    ...ports,
  };
}
