import { join, relative } from "node:path";
import { faultOf } from "./layers-rule.ts";

/** The little of the linter's rule interface that these rules touch. */
interface Rule {
  create(context: Context): Record<string, (node: Node) => void>;
}
interface Context {
  readonly filename: string;
  report(problem: { readonly node: Node; readonly message: string }): void;
}
interface Node {
  readonly type: string;
  readonly source?: Node | null;
  readonly callee?: Node;
  readonly arguments?: readonly Node[];
  readonly name?: unknown;
  readonly value?: unknown;
  readonly quasis?: readonly { readonly value: { readonly cooked: string | null } }[];
}

const project = join(import.meta.dirname, "../..");

const layersRule: Rule = {
  create(context) {
    const file = relative(project, context.filename).replaceAll("\\", "/");
    function check(node: Node): void {
      const specifier = node.source && textOf(node.source);
      const message = typeof specifier === "string" ? faultOf(file, specifier) : undefined;
      if (message) context.report({ node, message });
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
      TSImportType: check,
    };
  },
};

/** `new Date()` and `Date()` read the clock; `Date.now` is left to no-restricted-properties. */
const clockRule: Rule = {
  create(context) {
    function check(node: Node): void {
      const isDate = node.callee?.type === "Identifier" && node.callee.name === "Date";
      const readsClock = node.type === "CallExpression" || node.arguments?.length === 0;
      if (isDate && readsClock) context.report({ node, message: "This reads the clock: take the time from the host." });
    }
    return { NewExpression: check, CallExpression: check };
  },
};

function textOf(node: Node): string | undefined {
  if (typeof node.value === "string") return node.value;
  return node.quasis?.length === 1 ? (node.quasis[0]?.value.cooked ?? undefined) : undefined;
}

// oxlint loads plugins by their default export.
export default { meta: { name: "house" }, rules: { layers: layersRule, "no-clock": clockRule } };
