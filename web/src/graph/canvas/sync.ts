import type { Core, ElementDefinition } from 'cytoscape'

/** Brings the canvas to these elements: what stays is not made anew. Answers whether a node came in. */
export function sync(cy: Core, elements: readonly ElementDefinition[]): boolean {
  const wanted = new Map(elements.map((element) => [element.data.id!, element]))
  let came = false
  cy.batch(() => {
    // A node leaves its group before the group goes, which would take it along.
    for (const element of elements) {
      const there = cy.getElementById(element.data.id!)
      const parent = (element.data.parent as string | undefined) ?? null
      if (there.nonempty() && there.isNode() && (there.data('parent') ?? null) !== parent && parent === null)
        there.move({ parent: null })
    }
    cy.elements().forEach((element) => {
      if (!wanted.has(element.id())) element.remove()
    })
    const fresh = elements.filter(({ data }) => cy.getElementById(data.id!).empty())
    came = fresh.some(({ group }) => group === 'nodes')
    const known = new Set(fresh)
    // All at once: one by one each would be looked for among the others again.
    if (fresh.length > 0) cy.add(fresh)
    for (const element of elements) {
      if (known.has(element)) continue
      const there = cy.getElementById(element.data.id!)
      const { id: _, source: _from, target: _to, parent, ...data } = element.data
      there.data(data)
      if (!there.isNode()) continue
      if (parent !== undefined && there.data('parent') !== parent) there.move({ parent: parent as string })
      // A group lies around what it holds and has no place of its own.
      const { position } = element
      const { x, y } = there.position()
      if (position && (position.x !== x || position.y !== y)) there.position(position)
    }
  })
  return came
}
