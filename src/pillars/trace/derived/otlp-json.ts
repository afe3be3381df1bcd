import { utf8 } from "../bytes.ts";
import type { TracesData } from "./otlp.ts";

/** OTLP's JSON form, ready to be posted to `/v1/traces`. */
export function otlpJson(data: TracesData): Uint8Array {
  return utf8(JSON.stringify(data));
}
