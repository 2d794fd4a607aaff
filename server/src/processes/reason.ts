/**
 * Where a failure came from, for the log of a process: its kind, its code and the places in our code, without message or
 * detail, in which PostgreSQL repeats whole rows.
 */
export function reasonOf(failure: unknown): Record<string, unknown> {
  if (!(failure instanceof Error)) return { kind: typeof failure }
  const { code } = failure as { code?: unknown }
  const at = failure.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 5)
  return { kind: failure.name, code: typeof code === 'string' ? code : undefined, at }
}
