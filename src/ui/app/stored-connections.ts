import { connection, type Connection } from "#providers";
import { namedValue, type Databases } from "#store";
import { z } from "zod";

/** The person's ways to models, without their keys. Fetched when they are first needed, not with the first page. */
export function storedConnections(databases: Databases) {
  return namedValue<readonly Connection[]>(databases, "connections", z.array(connection).readonly());
}
