/**
 * What goes wrong with code most, by the words in which the engines say it (QuickJS, MicroPython, CPython, SQLite and the sandbox
 * itself). The first that fits counts; its groups are given to the words of the panel.
 */
const patterns = {
  // The sandbox's own limits
  tooLong: [/^The code ran longer than (.+) and was stopped\.$/u],
  stuck: [/^The code waits for something that never comes, and was stopped\.$/u],
  waited: [/^The code waited longer than (.+) for a tool and was stopped\.$/u],
  memory: [/^The code needed more than (.+) and was stopped\.$/u, /^InternalError: out of memory$/u, /^MemoryError\b/u],
  rows: [/^The query gives more than (\d+) rows\./u],
  tooLarge: [/^The value that the code returned is larger than (.+)\.$/u],
  tooDeep: [/^The value that the code returned is nested too deeply\.$/u, /^The query is nested too deeply\.$/u],
  sourceTooLarge: [/^The code is longer than (.+)\.$/u],
  notJson: [/^The value that the code returned cannot be written as JSON\.$/u],
  circular: [/^TypeError: (?:circular reference|Converting circular)/u],
  bigInteger: [/^TypeError: .*\bBigInt\b.*/u],
  broke: [/^The sandbox broke while the code ran/u],
  aborted: [/^The run was stopped before the code ended\.$/u],
  notStarted: [/^The sandbox did not start/u],
  browserOnly: [/^The full Python library runs in a browser only/u],
  notDownloaded: [/^The full Python library is not downloaded/u],
  // Tools
  toolNotHere: [/^(?:Error: )?This code may not use "(.*)"\.$/u],
  tooManyCalls: [/^(?:Error: )?This code may call tools (\d+) times, no more\.$/u],
  tooManyAtOnce: [/^(?:Error: )?This code may wait for (\d+) tools at once, no more\.$/u],
  needsAwait: [/^TypeError: The value is not there yet: it needs await\.$/u],
  // JavaScript
  notInSandbox: [
    /^ReferenceError: '?(fetch|XMLHttpRequest|WebSocket|require|process|window|document|localStorage|setTimeout|setInterval|Buffer)'? is not defined$/u,
  ],
  noFiles: [/^OSError: This code has no files\.$/u],
  unknownName: [
    /^ReferenceError: '?(.+?)'? is not defined$/u,
    /^NameError: name '(.+)' (?:isn't|is not) defined/u,
    /^UnboundLocalError: .*variable '(.+?)'/u,
  ],
  fieldOfNothing: [
    /^TypeError: cannot read property '(.+)' of (?:undefined|null)$/u,
    /^AttributeError: 'NoneType' object has no attribute '(.+)'$/u,
  ],
  noFunction: [/^TypeError: not a function$/u, /^TypeError: '.+' object (?:isn't|is not) callable$/u],
  twice: [/^SyntaxError: invalid redefinition/u],
  missing: [/^SyntaxError: expecting '(.+)'$/u],
  recursion: [
    /^InternalError: stack overflow$/u,
    /^RangeError: Maximum call stack/u,
    /^The code calls itself too deeply/u,
    /^(?:RuntimeError|RecursionError): maximum recursion depth/u,
  ],
  // Python
  notPython: [/^SyntaxError: invalid syntax/u],
  indentation: [/^(?:IndentationError|TabError)\b/u],
  noModule: [/^(?:ImportError|ModuleNotFoundError): no module named '(.+?)'/iu],
  byZero: [/^ZeroDivisionError\b/u],
  noKey: [/^KeyError: '?(.+?)'?$/u],
  noEntry: [/^IndexError\b/u],
  noAttribute: [/^AttributeError: '(.+)' object has no attribute '(.+)'/u],
  mixed: [/^TypeError: unsupported (?:types|operand type)/u, /^TypeError: can(?:'t|not) convert/u],
  noParts: [/^TypeError: '(.+)' object (?:isn't|is not) subscriptable/u],
  badText: [/^ValueError: syntax error in JSON/u, /^JSONDecodeError\b/u],
  assertion: [/^AssertionError$/u],
  // Either language, told by what it is: after all that is known better
  syntax: [/^SyntaxError\b/u],
  // SQL, before the query is asked
  badSettings: [/^The settings of the query are not right yet\.$/u],
  inputNoTables: [/^What comes in is an object with a list of rows/u],
  calledTwice: [/^Two inputs of the query are called “(.+)”\.$/u],
  portNoTable: [/^What comes in at “(.+)” is no table: it holds (\d+) lists of rows\.$/u],
  // SQL
  emptyQuery: [/^There is no query\.$/u],
  secondQuery: [/^One query is run, and here a second one begins\.$/u],
  onlyReads: [/^A query may only read/u],
  unnamedValue: [/^A value is named, as in :name/u],
  noValue: [/^The input has no value for (.+)\.$/u],
  functionWithheld: [/^A query may not use the function "(.+)"\.$/u],
  columnWithheld: [/^This query may not read "(.+)" of "(.+)"\.$/u],
  tableWithheld: [/^This query may not read "(.+)"\.$/u],
  bytes: [/^The column (.+) holds bytes/u],
  emptyTable: [/^"(.+)" came in without rows, so its columns are not known\.$/u],
  noJsonText: [/^malformed JSON$/u],
  nearWord: [/^near "(.+)": syntax error$/u],
  openQuote: [/^unrecognized token: (.+)$/u],
  unfinished: [/^incomplete input$/u],
  noColumn: [/^no such column: (.+)$/u],
  noTable: [/^no such table: (.+)$/u],
  noSqlFunction: [/^no such function: (.+)$/u],
  manyColumns: [/^ambiguous column name: (.+)$/u],
  sumMisplaced: [/^misuse of (?:aggregate|window)(?: function)?:? (.+?)(?:\(\))?$/u],
  argumentCount: [/^wrong number of arguments to function (.+)\(\)$/u],
  unevenUnion: [/^SELECTs to the left and right of \w+(?: \w+)? do not have the same number of result columns$/u],
} as const satisfies Record<string, readonly RegExp[]>;

export type ErrorKind = keyof typeof patterns;

/** Every kind, in the order in which they are tried. */
const kinds = Object.entries(patterns).flatMap(([kind, each]) => (isKind(kind) ? [{ kind, each }] : []));

/** Which kind an error is, and what it names. */
export function kindOf(error: string): { readonly kind: ErrorKind; readonly names: readonly string[] } | undefined {
  for (const { kind, each } of kinds)
    for (const pattern of each) {
      const found = pattern.exec(error);
      if (found !== null) return { kind, names: found.slice(1) };
    }
  return undefined;
}

function isKind(key: string): key is ErrorKind {
  return Object.hasOwn(patterns, key);
}
