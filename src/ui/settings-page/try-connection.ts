import { createEgress, testConnection, type Connection, type ConnectionVerdict } from "#providers";
import { originOf } from "./connection-draft.ts";

/** Asks the first model of a connection for a word. The key goes to the connection's own origin and nowhere else. */
export async function tryConnection(
  connection: Connection,
  secret: (ref: string, origin: string) => Promise<string | undefined>,
  signal: AbortSignal,
): Promise<ConnectionVerdict> {
  const own = originOf(connection);
  const { keyRef } = connection;
  const egress = createEgress({
    allow: (origin) =>
      origin === own
        ? { origin, configuredByPerson: true, ...(keyRef === undefined ? {} : { secretRef: keyRef }) }
        : undefined,
    secret,
    fetch: (input, init) => fetch(input, init),
  });
  return testConnection(connection, connection.models[0] ?? "", egress, signal);
}
