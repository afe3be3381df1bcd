/** What a person reads when SQL does not run. What SQLite itself says is passed on as it is. */
export const sentences = {
  write: "A query may only read: it begins with SELECT, WITH or VALUES.",
  nul: "There is a NUL in the query.",
  empty: "There is no query.",
  second: "One query is run, and here a second one begins.",
  unnamed: "A value is named, as in :name; a mere ? stands for nothing.",
  unbound: (name: string) => `The input has no value for ${name}.`,
  function: (name: string) => `A query may not use the function "${name}".`,
  read: (table: string, column: string) =>
    column === "" ? `This query may not read "${table}".` : `This query may not read "${column}" of "${table}".`,
  withheld: (name: string) => `This query may not read "${name}".`,
  unknown: (name: string) => `"${name}" came in without rows, so its columns are not known.`,
  deep: "The query is nested too deeply.",
  tooBig: (size: string) => `A value in the query is larger than ${size}.`,
  bytes: (column: string) => `The column ${column} holds bytes, which a result cannot carry; hex() makes text of them.`,
} as const;
