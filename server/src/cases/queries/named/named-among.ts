import type { LeftOut } from '@proofmark/contract/schemas/graph'
import { seesNames } from '../../policy/named-persons.ts'
import { agreeing, keysOfValue, type SharedByMany } from '../../rules/graph/named/agreeing.ts'
import type { Mention } from '../../rules/graph/named/mention.ts'
import { isWanted } from '../../rules/graph/narrowing.ts'
import { idOf, idsOf, isOfRecord, kindOf, type NodeName, nodeNamed } from '../../rules/graph/node.ts'
import { type Tied, tied } from '../../rules/graph/tied.ts'
import { valuesOf } from '../things.ts'
import type { Walk } from '../walk.ts'
import type { NamedGround } from './ground.ts'
import { mentionsOf } from './mentions.ts'

/** Those whom drawn nodes name, what ties them to these, and what ties them to each other. */
export interface NamedAmong {
  readonly mentions: ReadonlyMap<NodeName, Mention>
  readonly ties: readonly Tied[]
  readonly leftOut: readonly LeftOut[]
}

/** More than these are not drawn at once: a list of persons is another purpose, and has no door. */
export const MOST_NAMED = 500

const SOMEBODY = ['person', 'organisation'] as const

/** What is known of the recorded persons and organisations among these nodes, to be compared. Of an analyst's, persons alone: those bear no name either. */
async function keysOfThings({ context }: Walk, nodes: readonly NodeName[]): Promise<Map<NodeName, string[]>> {
  const kinds = seesNames(context.reader) ? SOMEBODY : (['person'] as const)
  const things = nodes.filter((node) => (kinds as readonly string[]).includes(kindOf(node)))
  const said = await valuesOf(context, things.map(idOf))
  return new Map(
    things.map((node) => {
      const own = said.filter(({ thing, withdrawnAt }) => thing === idOf(node) && withdrawnAt === null)
      return [node, own.flatMap(({ field, value }) => (value === null ? [] : keysOfValue(field, value)))]
    }),
  )
}

/** Whom a record or recovery names, as it says it: a fact that the source said, with the record to show it. */
function tieOfMention({ firearms }: Walk, { node, by, role, relation, fromDay, toDay }: Mention): Tied | null {
  const to = by.kind === 'record' ? firearms.nameOf(by.id) : nodeNamed('recovery', by.id)
  if (to === null) return null
  return tied(
    { id: `named:${idOf(node)}`, from: node, to, relation, kind: 'fact' },
    {
      records: by.kind === 'record' ? [by.id] : [],
      ...{ fromDay, toDay },
      why: [{ message: `connect.why.named_as.${role}`, values: {} }],
    },
  )
}

const manyShare = ({ nodes }: SharedByMany, mentions: ReadonlyMap<NodeName, Mention>): LeftOut => {
  const node = nodes.find((each) => mentions.has(each))!
  return { reason: 'common_value', node, label: mentions.get(node)!.name, count: nodes.length }
}

const counted = (reason: LeftOut['reason'], count: number): LeftOut[] =>
  count === 0 ? [] : [{ reason, node: null, label: null, count }]

/**
 * Those whom the records and recoveries among these nodes name, as far as the reader may be told of them, and which of them agree
 * with each other or with a recorded person or organisation among the nodes: a lead, never more, and never looked for in
 * records that are not drawn. `nodes`: as this walk names them; victims and witnesses who were not asked for are not among them.
 */
export async function namedAmong(walk: Walk, ground: NamedGround, nodes: readonly NodeName[]): Promise<NamedAmong> {
  const { context, firearms, narrowing } = walk
  const { mentions, hidden, due } = await mentionsOf(context, ground, {
    records: nodes.filter(isOfRecord).flatMap(firearms.keptUnder),
    recoveries: idsOf(nodes, 'recovery'),
    protectedPersons: narrowing.protectedPersons,
  })
  const wanted = mentions.flatMap((mention) => {
    const tie = tieOfMention(walk, mention)
    return tie !== null && isWanted(tie, mention.node, narrowing, null) ? [{ mention, tie }] : []
  })
  const drawn = wanted.slice(0, MOST_NAMED)
  const byNode = new Map(drawn.map(({ mention }) => [mention.node, mention]))
  const keys = new Map<NodeName, readonly string[]>([
    ...drawn.map(({ mention: { node, keys: own } }) => [node, own] as const),
    ...(byNode.size === 0 ? [] : await keysOfThings(walk, nodes)),
  ])
  const { pairs, common } = agreeing(keys, (one, other) => byNode.has(one) || byNode.has(other))
  const leads = pairs
    .map(({ one, other, reason }) =>
      tied(
        { id: `agree:${idOf(one)}:${idOf(other)}`, from: one, to: other, relation: 'may_be_same', kind: 'lead' },
        { why: [{ message: `connect.why.${reason}`, values: {} }] },
      ),
    )
    .filter((tie) => isWanted(tie, 'named_person:', narrowing, null))
  return {
    mentions: byNode,
    ties: [...drawn.map(({ tie }) => tie), ...leads],
    leftOut: [
      ...common.map((each) => manyShare(each, byNode)),
      ...counted('hidden_persons', hidden),
      ...counted('review_due', due),
      ...counted('most_reached', wanted.length - drawn.length),
    ],
  }
}
