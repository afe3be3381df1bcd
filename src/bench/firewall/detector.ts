import { firewallPolicy } from "#pillars/firewall";
import type { FirewallPolicy, InspectInput, Inspector, Verdict } from "#pillars/firewall";
import { isLearned } from "./families.ts";

/** What is looked for: orders to the model in what comes in; personal values and keys in what would leave. */
export type Task = "orders" | "personal" | "secrets";

export interface Question {
  readonly task: Task;
  readonly text: string;
  /** The data set that the text is of. Only those who must not have seen it look at this. */
  readonly source: string;
  readonly where: "direct" | "indirect";
}

export interface Answer {
  /** Orders: the text is asked about or blocked. Personal values and keys: something was taken out. */
  readonly stopped: boolean;
  /** What would be passed on. */
  readonly text: string;
  /** Milliseconds of processor time that answering took. */
  readonly ms: number;
}

/** Gatehouse, or a product beside it. Each answers the tasks it claims to do, and no others are put to it. */
export interface Detector {
  readonly name: string;
  readonly tasks: readonly Task[];
  /** Whether it has learned from this source or its kin; of a product beside Gatehouse nobody here knows. */
  readonly hasLearned?: (source: string) => boolean;
  /** It works just like the detector of this name, so its times are not taken again. */
  readonly variantOf?: string;
  readonly answer: (question: Question) => Promise<Answer>;
}

export interface Settings {
  /** A freshly placed Firewall node where nothing else is said. */
  readonly policy?: FirewallPolicy;
  /** Milliseconds of processor time; without a clock every answer takes none. */
  readonly clock?: () => number;
}

/** The firewall, behind the shipped inspector or one that never saw the families it is asked about. */
export function gatehouse(inspector: Inspector, { policy = firewallPolicy.parse({}), clock = () => 0 }: Settings = {}) {
  return {
    name: "gatehouse",
    tasks: ["orders", "personal", "secrets"],
    hasLearned: isLearned,
    async answer(question) {
      const start = clock();
      const verdict = await inspector.inspect(inputOf(question), policy);
      const ms = clock() - start;
      return { stopped: isStopped(verdict, question), text: verdict.passable ? verdict.text : "", ms };
    },
  } satisfies Detector;
}

function inputOf({ task, text, where }: Question): InspectInput {
  if (task !== "orders") return { text, direction: "output", from: "model" };
  return { text, direction: "input", from: where === "indirect" ? "tool" : "user" };
}

function isStopped({ enforced, findings, passable, text }: Verdict, question: Question): boolean {
  if (question.task === "orders") return enforced === "ask" || enforced === "block";
  if (question.task === "personal") return !passable || text !== question.text;
  return findings.some(({ guard, action }) => guard === "secrets" && action !== "allow" && action !== "warn");
}
