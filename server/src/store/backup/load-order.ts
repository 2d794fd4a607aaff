export interface Referring {
  readonly name: string
  /** Tables to which a foreign key of this one leads. */
  readonly refersTo: readonly string[]
}

/**
 * The tables in an order in which each comes after those that it refers to, so that their rows can be loaded with the
 * foreign keys in place; by name where the keys leave a choice. A table may refer to itself: COPY checks at its end.
 * Throws where tables refer to each other in a circle.
 */
export function loadOrder<Table extends Referring>(tables: readonly Table[]): Table[] {
  const ordered: Table[] = []
  const placed = new Set<string>()
  const known = new Set(tables.map(({ name }) => name))
  let left = [...tables].sort((one, other) => (one.name < other.name ? -1 : 1))
  while (left.length > 0) {
    const ready = left.filter(({ name, refersTo }) =>
      refersTo.every((target) => target === name || placed.has(target) || !known.has(target)),
    )
    if (ready.length === 0)
      throw new Error(`These tables refer to each other in a circle: ${left.map(({ name }) => name).join(', ')}.`)
    for (const table of ready) placed.add(table.name)
    ordered.push(...ready)
    left = left.filter(({ name }) => !placed.has(name))
  }
  return ordered
}
