/** One fact of an entry's body: where it stands in it, and what it says. */
export interface BodyFact {
  /** Names from the outside in; places in a list are left out. */
  readonly path: readonly string[]
  readonly values: readonly string[]
}

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

function facts(value: unknown, path: readonly string[]): BodyFact[] {
  if (value === null || value === undefined || value === '') return []
  if (isPlain(value)) return [{ path, values: [String(value)] }]
  if (Array.isArray(value)) {
    const plain = value.filter((each) => isPlain(each) && each !== '').map(String)
    const own = plain.length > 0 ? [{ path, values: plain }] : []
    return [...own, ...value.filter((each) => !isPlain(each)).flatMap((each) => facts(each, path))]
  }
  return Object.entries(value).flatMap(([name, each]) => facts(each, [...path, name]))
}

/** What the body of an entry says, as a list of facts; what is empty says nothing. */
export const factsOf = (body: Readonly<Record<string, unknown>> | null): BodyFact[] => facts(body, [])
