import { join } from "node:path";
import { z } from "zod";
import { connection, type Connection } from "#providers";
import { readIfThere } from "../state/private-file.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Connections that a key in the environment switches on. `_BASE_URL` leads them elsewhere. */
const known = [
  {
    id: "openai",
    kind: "openai-compatible",
    title: "OpenAI",
    variable: "OPENAI",
    baseURL: "https://api.openai.com/v1",
  },
  {
    id: "anthropic",
    kind: "anthropic",
    title: "Anthropic",
    variable: "ANTHROPIC",
    baseURL: "https://api.anthropic.com/v1",
  },
] as const;

export interface NodeConnections {
  readonly connections: readonly Connection[];
  /** Base addresses that a person entered here, in contrast to the well-known ones. */
  readonly entered: ReadonlySet<string>;
}

/**
 * The ways to models: `connections.json` in the state folder (a list; `keyRef` names the environment variable with the
 * key), then what the environment offers (OPENAI_API_KEY, ANTHROPIC_API_KEY, each with an optional _BASE_URL).
 * @param wanted model ids as flows name them (`openai/gpt-5`): a connection of the environment offers what is asked of it.
 * Throws an Error with one sentence when the file cannot be read as such a list.
 */
export async function readConnections(
  state: string,
  environment: Environment,
  wanted: readonly string[],
): Promise<NodeConnections> {
  const path = join(state, "connections.json");
  const text = await readIfThere(path);
  const written = text === undefined ? [] : parseConnections(text, path);
  const offered = known.flatMap(({ variable, ...rest }): Connection[] => {
    const keyRef = `${variable}_API_KEY`;
    const baseURL = environment[`${variable}_BASE_URL`] ?? rest.baseURL;
    if (written.some(({ id }) => id === rest.id) || (environment[keyRef] ?? "") === "") return [];
    const models = wanted.filter((id) => id.startsWith(`${rest.id}/`)).map((id) => id.slice(rest.id.length + 1));
    return [connection.parse({ ...rest, baseURL, models: [...new Set(models)], keyRef })];
  });
  const connections = [...written, ...offered];
  const wellKnown = new Set<string>(known.map(({ baseURL }) => new URL(baseURL).origin));
  const origins = connections.map(({ baseURL }) => new URL(baseURL).origin);
  return { connections, entered: new Set(origins.filter((origin) => !wellKnown.has(origin))) };
}

function parseConnections(text: string, path: string): readonly Connection[] {
  try {
    return z.array(connection).parse(JSON.parse(text));
  } catch {
    throw new Error(
      `${path} is not a list of connections: each has id, kind, title, baseURL, models and maybe keyRef.`,
    );
  }
}
