import type { Guard } from "../define-guard.ts";
import { grounding } from "./grounding.ts";
import { injection } from "./injection.ts";
import { links } from "./links.ts";
import { offensive } from "./offensive.ts";
import { personalData } from "./personal-data.ts";
import { promptLeak } from "./prompt-leak.ts";
import { schema } from "./schema.ts";
import { secrets } from "./secrets.ts";
import { topics } from "./topics.ts";
import { words } from "./words.ts";

/** Every guard. A new one is a file here and a line below. */
export const guards: readonly Guard[] = [
  injection,
  personalData,
  secrets,
  promptLeak,
  links,
  offensive,
  topics,
  words,
  schema,
  grounding,
];
