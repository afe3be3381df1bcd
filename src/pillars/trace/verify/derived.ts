import { equalBytes } from "../bytes.ts";
import { expand } from "../bundle/gzip.ts";
import { mostDerivedCharacters, mostDerivedSteps } from "../bundle/layout.ts";
import { derivedPaths, derivedParts } from "../derived/derive.ts";
import type { TracedEvent } from "../event.ts";
import type { Container } from "./container.ts";
import { attempt, demand } from "./fault.ts";

/** Gathers what the derived parts are compared with, where there are any. */
export interface DerivedCheck {
  step(event: TracedEvent): void;
  /** Throws Fault E27. */
  end(): void;
}

/**
 * Parts for other tools say what the record says, and show no value that it does not show. A bundle may have none of them, and a long
 * one has none, so that nobody has to hold a long run to compare them.
 */
export function createDerivedCheck(
  { members, manifest }: Container,
  { size, shown }: { readonly size: number; readonly shown: number },
): DerivedCheck {
  const present = derivedPaths.filter((path) => members.has(path));
  const [part] = present;
  if (part === undefined) return { step: () => undefined, end: () => undefined };
  demand(size <= mostDerivedSteps && shown <= mostDerivedCharacters, "E27", { part });
  const events: TracedEvent[] = [];
  return {
    step: (event) => void events.push(event),
    end() {
      const expected = attempt("E27", { part }, () => derivedParts(manifest.origin, events));
      for (const path of present) {
        const content = expected.get(path) ?? new Uint8Array();
        const found = attempt("E27", { part: path }, () =>
          expand(members.get(path) ?? new Uint8Array(), content.length),
        );
        demand(equalBytes(found, content), "E27", { part: path });
      }
    },
  };
}
