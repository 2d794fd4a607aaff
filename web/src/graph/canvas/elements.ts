import type { ElementDefinition } from 'cytoscape'
import { namesTie, type Texts } from '../picture/picture.ts'
import { shapeOf } from '../picture/shapes.ts'
import type { Shown } from '../state/shown.ts'

export const idOfTie = (id: string): string => `tie ${id}`
export const idOfGroup = (name: string): string => `group ${name}`

/** What is shown, as the canvas takes it: groups first, then nodes, then ties. Leads and assessments are always named. */
export function elementsOf({ nodes, edges }: Shown, texts: Texts): ElementDefinition[] {
  const groups = [...new Set(nodes.flatMap(({ group }) => (group === null ? [] : [group])))]
  return [
    ...groups.map((group) => ({
      group: 'nodes' as const,
      data: { id: idOfGroup(group), label: texts.groups.get(group) ?? '' },
      selectable: false,
    })),
    ...nodes.map(({ name, node, spot, group }) => {
      const text = texts.nodes.get(name)
      return {
        group: 'nodes' as const,
        data: {
          id: name,
          shape: shapeOf(node),
          label: `${text?.name ?? ''}\n${text?.kind ?? ''}`,
          pinned: spot.pinned,
          ...(group === null ? {} : { parent: idOfGroup(group) }),
        },
        position: { x: spot.x, y: spot.y },
      }
    }),
    ...edges.map(({ id, from, to, kind }) => ({
      group: 'edges' as const,
      data: {
        id: idOfTie(id),
        source: from,
        target: to,
        standing: kind,
        label: texts.ties.get(id) ?? '',
        named: namesTie(kind, edges.length),
      },
    })),
  ]
}
