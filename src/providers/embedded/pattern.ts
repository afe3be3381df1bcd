/**
 * Whether a short word matches a schema's `pattern`. Schemas may come from strangers, and JavaScript's engine backtracks
 * without limit, so only patterns without groups and with few open repetitions are tried; undefined means "cannot tell".
 */
export function matchesPattern(pattern: string, word: string): boolean | undefined {
  const repetitions = pattern.match(/[*+]|\{\d+,\}/g)?.length ?? 0;
  if (pattern.length > 200 || word.length > 64 || /[()|]/.test(pattern) || repetitions > 2) return undefined;
  try {
    return new RegExp(pattern, "u").test(word);
  } catch {
    return undefined;
  }
}
