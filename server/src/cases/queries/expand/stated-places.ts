import type { Context } from '../../../access/context.ts'
import { idsOf, isOfRecord, type NodeName, nodeNamed } from '../../rules/graph/node.ts'
import { type Tied, tied } from '../../rules/graph/tied.ts'
import type { Firearms } from '../firearms.ts'
import { type PlaceGroup, placedRecords, placeGroups, placeKeyOf } from '../stated-place-groups.ts'

const tiesOfGroup = ({ name, records }: PlaceGroup): Tied[] =>
  records.map(({ record, place, from, to }) =>
    tied(
      {
        id: `place:${name}:${record}`,
        ...{ from: nodeNamed('record', record), to: nodeNamed('stated_place', name) },
        ...({ relation: 'happened_at', kind: 'fact' } as const),
      },
      {
        records: [record],
        ...{ fromDay: from, toDay: to },
        why: [{ message: 'connect.why.stated_place', values: { place } }],
      },
    ),
  )

/** Where these firearms' records say that it happened, and what else happened where these places are. */
export async function tiesOfPlaces(
  context: Context,
  firearms: Firearms,
  nodes: readonly NodeName[],
): Promise<readonly Tied[]> {
  const asked = new Set([
    ...nodes.filter(isOfRecord).flatMap((node) => firearms.keptUnder(node)),
    ...idsOf(nodes, 'stated_place'),
  ])
  const groups = await placeGroups(context, await placedRecords(context, [...asked]))
  const places = new Set(nodes.filter((node) => !isOfRecord(node)))
  return [...groups.values()]
    .flatMap(tiesOfGroup)
    .filter(({ from, to }) => asked.has(from.slice('record:'.length)) || places.has(to))
}

/** A place bears the smallest of the records that state it, whichever it was asked by. */
export async function placeNames(
  context: Context,
  nodes: readonly NodeName[],
): Promise<ReadonlyMap<NodeName, NodeName>> {
  const placed = await placedRecords(context, idsOf(nodes, 'stated_place'))
  const groups = await placeGroups(context, placed)
  return new Map(
    placed.flatMap(({ record, place }) => {
      const group = groups.get(placeKeyOf(place))
      return group ? [[nodeNamed('stated_place', record), nodeNamed('stated_place', group.name)] as const] : []
    }),
  )
}
