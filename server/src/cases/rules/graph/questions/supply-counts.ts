import { SUPPLY_MOVES, type SupplyKind } from '@proofmark/contract/supply-words'
import { documentWord } from '../documents.ts'
import type { NodeName } from '../node.ts'
import type { EvidencedSupply, Finding, SaidOfSupply } from './question.ts'
import { hasSupply, joinOf, type Said, type SuppliedFirearm, standingOf } from './supply-findings.ts'

/** So many sources, documents and businesses are told, the most telling first. */
const MOST_TOLD = 20
const MOST_NODES = 50
const MOST_RECORDS = 20

/** Through what several firearms came. Sources, documents and organisations are counted; natural persons never are. */
type Through = 'source' | 'document' | 'importer' | 'business'

interface Group {
  readonly values: Readonly<Record<string, string>>
  /** Each with whether anything but a lead says so. */
  readonly firearms: Map<NodeName, boolean>
  readonly records: Map<string, EvidencedSupply>
}

const COUNTED: ReadonlySet<SupplyKind> = new Set<SupplyKind>([
  ...SUPPLY_MOVES,
  'export_licensed',
  'import_licensed',
  'consigned',
])
const MOVES: ReadonlySet<SupplyKind> = new Set(SUPPLY_MOVES)

/** What a record of a supply came through, each by what makes it one. A licence is a document and no hands. */
function throughs(said: SaidOfSupply, kind: SupplyKind): [Through, string, Group['values']][] {
  const { source, agency, document, importer, business } = said
  const word = document === null ? null : documentWord(document)
  return [
    ...(MOVES.has(kind) ? [['source', `${agency}\0${source}`, { source, agency }] as const] : []),
    ...(word === null ? [] : [['document', word, { document: document! }] as const]),
    ...(importer === null ? [] : [['importer', importer, { importer }] as const]),
    ...(business === null ? [] : [['business', business.toLowerCase(), { business }] as const]),
  ].map(([through, key, values]) => [through, key, values])
}

function groupsOf(firearms: readonly SuppliedFirearm[], said: Said): Map<Through, Map<string, Group>> {
  const groups = new Map<Through, Map<string, Group>>()
  for (const supplied of firearms)
    for (const { kind, records } of supplied.line.acts.filter((act) => COUNTED.has(act.kind)))
      for (const { record } of records) {
        const stated = said.get(record)
        if (!stated) continue
        const joined = joinOf(supplied, record)
        for (const [through, key, values] of throughs(stated, kind)) {
          const of = groups.get(through) ?? new Map<string, Group>()
          groups.set(through, of)
          const group = of.get(key) ?? { values, firearms: new Map(), records: new Map() }
          of.set(key, group)
          const before = group.firearms.get(supplied.firearm) ?? false
          group.firearms.set(supplied.firearm, before || standingOf([joined]) === 'fact')
          group.records.set(record, { ...stated, joined })
        }
      }
  return groups
}

const byCount = ([one, first]: [string, Group], [other, second]: [string, Group]): number =>
  second.firearms.size - first.firearms.size || (one < other ? -1 : 1)

const placeOf = ({ agency, source, key, record }: EvidencedSupply): string => [agency, source, key, record].join('\0')
const inFile = (one: EvidencedSupply, other: EvidencedSupply): number => (placeOf(one) < placeOf(other) ? -1 : 1)

function told(
  through: Through,
  { values, firearms, records }: Group,
  all: number,
  shown: ReadonlySet<NodeName>,
): Finding {
  const leads = [...firearms.values()].filter((fact) => !fact).length
  return {
    message: `connect.finding.supply_${through}`,
    values: { ...values, count: String(firearms.size), all: String(all), leads: String(leads) },
    nodes: [...firearms.keys()].filter((firearm) => shown.has(firearm)).slice(0, MOST_NODES),
    paths: [],
    evidence: [...records.values()].sort(inFile).slice(0, MOST_RECORDS),
  }
}

/**
 * How many of the firearms came through one source, by one document, one importer, one business of a reply: where more than
 * one did, those of most firearms first. `shown`: those that are told one by one.
 */
export function countFindings(
  firearms: readonly SuppliedFirearm[],
  said: Said,
  shown: ReadonlySet<NodeName>,
): Finding[] {
  const all = firearms.length
  if (all === 0) return []
  const overview: Finding = {
    message: 'connect.finding.supply_overview',
    values: { all: String(all), count: String(firearms.filter(hasSupply).length) },
    ...{ nodes: [], paths: [] },
  }
  const groups = groupsOf(firearms, said)
  const several = (['source', 'document', 'importer', 'business'] as const).flatMap((through) =>
    [...(groups.get(through) ?? [])]
      .filter(([, group]) => group.firearms.size > 1)
      .sort(byCount)
      .slice(0, MOST_TOLD)
      .map(([, group]) => told(through, group, all, shown)),
  )
  return [overview, ...several]
}
