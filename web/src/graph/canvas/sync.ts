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
    for (const element of elements) {
      const there = cy.getElementById(element.data.id!)
      if (there.empty()) {
        came = came || element.group === 'nodes'
        cy.add(element)
        continue
      }
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
