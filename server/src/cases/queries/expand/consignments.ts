import { SUPPLY_EVENTS } from '../../rules/graph/documents.ts'
import { idsOf, isOfRecord, nodeNamed } from '../../rules/graph/node.ts'
import { type Tied, tied } from '../../rules/graph/tied.ts'
import { type ConsignmentGroup, type DocumentedRow, groupsOfDocuments, STATED } from '../consignment-groups.ts'
import type { Expander } from './expander.ts'

const tiesOfGroup = ({ name, ref, from, to, records }: ConsignmentGroup): Tied[] =>
  records.map((record) => {
    const ends = { from: nodeNamed('record', record), to: nodeNamed('consignment', name) }
    const why = [{ message: 'connect.why.same_document', values: { document: ref, day: from } }]
    return tied(
      { id: `consignment:${name}:${record}`, ...ends, relation: 'in_consignment', kind: 'fact' },
      { records: [record], fromDay: from, toDay: to, why },
    )
  })

const SUPPLIES = `'{${SUPPLY_EVENTS.join(',')}}'::text[]`
const documented = (ids: string) => `${STATED(SUPPLIES)} AND r.id = ANY (${ids})`

/** Firearms that came by one document on one day, and the consignment in which they came. */
export const consignments: Expander<DocumentedRow> = {
  kinds: ['consignment', 'firearm', 'record'],
  ways: [
    { by: 'records', query: documented, where: `v.event = ANY (${SUPPLIES}) AND v.stated ->> 'ref' IS NOT NULL` },
    { by: 'consignments', query: documented },
  ],
  ties: async (rows, { context, firearms }, nodes) => {
    const records = nodes.filter(isOfRecord).flatMap(firearms.keptUnder)
    const groups = await groupsOfDocuments(context, rows)
    const asked = new Set([...records, ...idsOf(nodes, 'consignment')])
    return groups
      .filter(({ common }) => !common)
      .flatMap(tiesOfGroup)
      .filter(({ from, to }) => asked.has(from.slice('record:'.length)) || asked.has(to.slice('consignment:'.length)))
  },
}
