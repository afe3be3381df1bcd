import type { Flow } from "#engine";
import { registry } from "#nodes";
import { cedarFiles } from "#pillars/privileges";
import { plainTitle, saveFile } from "../exchange/index.ts";

/** Saves the policies and the schema that they are checked against; answers with the name they share. */
export function saveCedar(flow: Flow): string {
  const { policies, schema } = cedarFiles(flow, registry);
  const name = plainTitle(flow.title);
  saveFile(`${name}.cedar`, policies, "text/plain");
  saveFile(`${name}.cedarschema`, schema, "text/plain");
  return `${name}.cedar`;
}
