/** A hole that a comparable product had, what holds it shut here, and where that is put to the test. */
export interface Advisory {
  readonly id: string;
  /** As the product published it. */
  readonly known: string;
  readonly hole: string;
  readonly rule: string;
  /** From the project's root. */
  readonly test: string;
}

const here = "src/bench/sandbox/advisories";

export const advisories = [
  {
    id: "S1",
    known: "Flowise CVE-2026-40933",
    hole: "Opening a flow asked its tools what they can do, which started a program that the file named.",
    rule: "Opening a file and reading what it wants reaches nothing and starts nothing.",
    test: "src/ui/exchange/advisories.test.ts",
  },
  {
    id: "S2",
    known: "Flowise CVE-2025-59528, CVE-2025-55346",
    hole: "A setting was made into a function.",
    rule: "Nothing that is shipped makes code of a text, and the page's policy would not let it.",
    test: `${here}/policy.test.ts`,
  },
  {
    id: "S3",
    known: "Flowise CVE-2026-69255",
    hole: "A value was written into Python source.",
    rule: "What is given to code crosses as data.",
    test: `${here}/code.test.ts`,
  },
  {
    id: "S4",
    known: "Flowise CVE-2026-70470",
    hole: "A list of forbidden words was walked around with letters that look alike.",
    rule: "Code is held by having nothing; its text is not searched.",
    test: `${here}/code.test.ts`,
  },
  {
    id: "S5",
    known: "n8n CVE-2025-68668, CVE-2026-25115, CVE-2026-0863, CVE-2026-49444",
    hole: "Python reached its host through modules, exceptions and format strings.",
    rule: "The interpreter's way to JavaScript is cut, and there is no module of the host.",
    test: `${here}/code.test.ts`,
  },
  {
    id: "S6",
    known: "n8n CVE-2025-68613, CVE-2026-1470, CVE-2026-25049, CVE-2026-27577",
    hole: "Expressions reached constructors and the process.",
    rule: "Templates and conditions have interpreters of their own, which know own fields only.",
    test: `${here}/expressions.test.ts`,
  },
  {
    id: "S7",
    known: "n8n CVE-2026-27495",
    hole: "An object of the host led code out of its realm.",
    rule: "Functions of the sandbox are the guest's own; only text crosses.",
    test: `${here}/code.test.ts`,
  },
  {
    id: "S8",
    known: "dify-sandbox, pull request 140 (CVE-2025-3466)",
    hole: "Code redefined a built-in that its harness used.",
    rule: "The prelude takes its built-ins before code runs, and the parent checks what it is handed.",
    test: `${here}/code.test.ts`,
  },
  {
    id: "S9",
    known: "Flowise CVE-2026-46442",
    hole: "Whoever reached the endpoint could have code run.",
    rule: "Code runs only in a step of a flow, and only when somebody has adopted it.",
    test: "src/hosts/memory/advisories.test.ts",
  },
  {
    id: "S10",
    known: "n8n CVE-2026-33660, CVE-2026-27497",
    hole: "SQL reached files and ran code.",
    rule: "A query reads its tables: the authorizer lets nothing else through, and time and rows are limited.",
    test: `${here}/sql.test.ts`,
  },
  {
    id: "S11",
    known: "n8n CVE-2026-59257",
    hole: "An expression was written into the text of a query.",
    rule: "Values are bound; a template in a query is an error of the flow.",
    test: `${here}/sql.test.ts`,
  },
  {
    id: "S12",
    known: "n8n CVE-2026-33696, CVE-2026-54312; Node-RED CVE-2021-21297",
    hole: "Names in a file changed the prototype of everything.",
    rule: "A file with such a name is refused, however deep it lies.",
    test: "src/ui/exchange/advisories.test.ts",
  },
  {
    id: "S14",
    known: "Flowise CVE-2026-42863, CVE-2026-42862, CVE-2026-42861, CVE-2026-41267",
    hole: "A request set fields that were not its to set.",
    rule: "A file with a name that no flow has is refused, and no file brings a right into force.",
    test: "src/ui/exchange/advisories.test.ts",
  },
  {
    id: "S16",
    known: "Langflow CVE-2025-3248",
    hole: "Checking code ran its decorators and default values.",
    rule: "Code is checked and listed without being run.",
    test: `${here}/validation.test.ts`,
  },
  {
    id: "S17",
    known: "Langflow CVE-2026-27966; Flowise CVE-2026-41265, CVE-2026-70477",
    hole: "A model was talked into writing code, which ran.",
    rule: "An agent runs no code unless the tool for it is placed and a rule lets it, and a rule can have a person read it first.",
    test: "src/hosts/memory/advisories.test.ts",
  },
  {
    id: "S26",
    known: "n8n CVE-2026-21858",
    hole: "JSON that named a path was taken for an uploaded file.",
    rule: "A file is what the browser hands over; JSON never is one.",
    test: "src/ui/exchange/advisories.test.ts",
  },
  {
    id: "S27",
    known: "n8n CVE-2026-85170",
    hole: "An expression gave an object where a text was expected.",
    rule: "What a wire brings to a text input is text.",
    test: "src/engine/run/advisories.test.ts",
  },
  {
    id: "S28",
    known: "Langflow CVE-2024-9277",
    hole: "A pattern made the search take for ever.",
    rule: "A person's patterns are searched for in time linear in the text.",
    test: `${here}/patterns.test.ts`,
  },
] as const satisfies readonly Advisory[];
