import type { Standing } from '@proofmark/contract/case-words'
import { LEFT_LAWFUL_HANDS, type SupplyJoin } from '@proofmark/contract/supply-words'
import { wordDays } from '../../../../tracing/rules/bounds.ts'
import type { SupplyAct, SupplyLine } from '../../../../tracing/rules/supply-line.ts'
import type { NodeName } from '../node.ts'
import { type Path, weightOf } from '../paths.ts'
import type { Tied } from '../tied.ts'
import type { EvidencedSupply, Finding, SaidOfSupply } from './question.ts'

/** A firearm that those asked about had, with what its records say of its supply. */
export interface SuppliedFirearm {
  readonly firearm: NodeName
  readonly paths: readonly Path[]
  readonly line: SupplyLine
  readonly joins: ReadonlyMap<string, SupplyJoin>
}

export type Said = ReadonlyMap<string, SaidOfSupply>
type Days = SupplyAct['days']

/** Of one firearm so many acts are told: no life has more that are not the same again. */
const MOST_ACTS = 40

const LEAD_JOINS: ReadonlySet<SupplyJoin> = new Set<SupplyJoin>(['lead', 'document', 'range'])

/** A fact where a person joined one of its records to the firearm, or it was asked about by it; else a lead. */
export const standingOf = (joins: readonly SupplyJoin[]): Standing =>
  joins.some((join) => !LEAD_JOINS.has(join)) ? 'fact' : 'lead'

export const joinOf = ({ joins }: SuppliedFirearm, record: string): SupplyJoin => joins.get(record) ?? 'lead'

/** The days in words, or the word for there being none. */
function daysSaid(name: string, days: Days): Pick<Finding, 'values' | 'words'> {
  const worded = wordDays(days)
  return worded === 'none'
    ? { values: {}, words: { [name]: 'connect.supply.no_day' } }
    : { values: { [name]: worded }, words: {} }
}

const evidenced = (firearm: SuppliedFirearm, said: Said, records: readonly string[]): EvidencedSupply[] =>
  records.flatMap((record) => {
    const found = said.get(record)
    return found ? [{ ...found, joined: joinOf(firearm, record) }] : []
  })

/** The ways to the firearm, and from it on to the consignment that one of these records names. */
function pathsTo({ firearm, paths }: SuppliedFirearm, records: readonly string[], ties: readonly Tied[]): Path[] {
  const tie = ties.find(
    ({ relation, from, records: of }) =>
      relation === 'in_consignment' && from === firearm && of.some((record) => records.includes(record)),
  )
  if (!tie) return [...paths]
  const step = { from: tie.from, to: tie.to, tie }
  const ways = paths.length === 0 ? [[]] : paths.map(({ steps }) => steps)
  return ways.map((steps) => ({ steps: [...steps, step], weight: weightOf([...steps, step]) }))
}

function ofAct(supplied: SuppliedFirearm, act: SupplyAct, said: Said, ties: readonly Tied[]): Finding {
  const { firearm } = supplied
  const records = act.records.map(({ record }) => record)
  const [day, recovered] = [daysSaid('day', act.days), daysSaid('recovered', act.recovered ?? { from: null, to: null })]
  return {
    message: LEFT_LAWFUL_HANDS.has(act.kind) ? 'connect.finding.supply_left' : 'connect.finding.supply',
    values: { mark: act.mark ?? 'none', ...day.values, ...recovered.values },
    words: { what: `word.supply.${act.kind}`, ...day.words, ...recovered.words },
    nodes: [firearm],
    paths: pathsTo(supplied, records, ties),
    supply: {
      ...{ firearm, kind: act.kind, mark: act.mark, fromDay: act.days.from, toDay: act.days.to },
      standing: standingOf(records.map((record) => joinOf(supplied, record))),
    },
    evidence: evidenced(supplied, said, records),
  }
}

/** The last lawful hands: the rules of a life work them out, so they are an assessment, or a lead where a model joined them. */
function ofHands(supplied: SuppliedFirearm, said: Said): Finding[] {
  const { firearm, paths, line } = supplied
  const hands = line.lastHands
  if (hands === null) return []
  const isLead = standingOf(hands.records.map((record) => joinOf(supplied, record))) === 'lead'
  const days = daysSaid('day', { from: hands.from, to: hands.to ?? hands.from })
  return [
    {
      message: 'connect.finding.supply_hands',
      values: { place: hands.place ?? 'none', ...days.values },
      words: { hands: `word.custodian.${hands.custodian}`, ...days.words },
      nodes: [firearm],
      paths,
      supply: {
        ...{ firearm, kind: 'hands', mark: null, fromDay: hands.from, toDay: hands.to },
        standing: isLead ? 'lead' : 'assessment',
      },
      evidence: evidenced(supplied, said, hands.records),
    },
  ]
}

const isSupply = ({ kind }: SupplyAct): boolean =>
  !LEFT_LAWFUL_HANDS.has(kind) && kind !== 'registered' && kind !== 'in_stock'

/** Does any record say how it was supplied? Where it was held, and where it left lawful hands, does not. */
export const hasSupply = ({ line }: SuppliedFirearm): boolean => line.acts.some(isSupply)

/**
 * What the records say of one firearm: each act with its records, the latest before its recovery first, and the last lawful
 * hands. Where no record of supply is seen, that is said in the same words whether there is none or it is hidden.
 */
export function findingsOfFirearm(supplied: SuppliedFirearm, said: Said, ties: readonly Tied[]): Finding[] {
  const { firearm, paths, line } = supplied
  const acts = line.acts.slice(0, MOST_ACTS).map((act) => ofAct(supplied, act, said, ties))
  const hands = ofHands(supplied, said)
  if (hasSupply(supplied)) return [...acts, ...hands]
  const none: Finding = {
    ...{ message: 'connect.finding.supply_none', values: {}, nodes: [firearm], paths },
    supply: { firearm, kind: 'none', standing: 'fact', mark: null, fromDay: null, toDay: null },
  }
  return [none, ...acts, ...hands]
}
