import { THING_KINDS, type ThingKind } from '@proofmark/contract/case-words'
import { idsOf, nodeNamed } from '../../rules/graph/node.ts'
import { tied } from '../../rules/graph/tied.ts'
import type { Expander } from './expander.ts'

interface Row {
  readonly thing: string
  readonly kind: ThingKind
  readonly other: string
  readonly otherKind: ThingKind
  readonly since: string
}

/** The last verdict on each pair counts, from whichever end it was given. */
const SAME = `
  SELECT x.id AS thing, x.kind, y.id AS other, y.kind AS "otherKind", j.judged_at::date::text AS since
  FROM (
    SELECT DISTINCT ON (least(thing_id, other_id), greatest(thing_id, other_id)) *
    FROM (
      SELECT * FROM thing_judgement WHERE thing_id = ANY ($1::uuid[])
      UNION ALL SELECT * FROM thing_judgement WHERE other_id = ANY ($1::uuid[])
    ) either
    ORDER BY least(thing_id, other_id), greatest(thing_id, other_id), number DESC
  ) j
  JOIN thing x ON x.id = least(j.thing_id, j.other_id)
  JOIN thing y ON y.id = greatest(j.thing_id, j.other_id)
  WHERE j.verdict = 'same' ORDER BY x.id, y.id`

/** Things that somebody judged to be one. They stay two nodes, so that the judgement is seen and can be withdrawn. */
export const sameThings: Expander = {
  kinds: THING_KINDS,
  ties: async ({ context: { client } }, nodes) => {
    const { rows } = await client.query<Row>({
      name: 'graph-same-things',
      text: SAME,
      values: [idsOf(nodes, ...THING_KINDS)],
    })
    return rows.map(({ thing, kind, other, otherKind, since }) => {
      const ends = { from: nodeNamed(kind, thing), to: nodeNamed(otherKind, other) }
      const why = [{ message: 'connect.why.judged_same', values: {} }]
      return tied({ id: `same:${thing}:${other}`, ...ends, relation: 'same_thing', kind: 'assessment' }, { since, why })
    })
  },
}
