import type { Waiting } from '@proofmark/contract/schemas/oversight'
import type { Context } from '../../access/context.ts'
import { type KeptRecord, keepersOf } from '../queries/keepers-of.ts'
import { agenciesWaiting, comeOut } from '../queries/oversight-standing.ts'
import type { Finding } from '../rules/findings/finding.ts'
import { oversightId, toldParameters } from '../rules/oversight.ts'
import { fileFinding } from './file-finding.ts'

/** How a finding stands with those who oversee the custodians that it speaks against. */
export interface Standing {
  /** Not for this reader yet. */
  readonly withheld: boolean
  /** To an officer alone: for whom it waits. */
  readonly waits: readonly Waiting[]
  readonly notes: readonly { readonly custodian: string; readonly text: string }[]
}

const OPEN: Standing = { withheld: false, waits: [], notes: [] }

/** Tells a finding from others of its life. */
export const findingKey = ({ rule, records }: Finding): string => [rule, ...records].join(' ')

interface Custodian {
  readonly id: string
  readonly name: string
  readonly overseer: string | null
}

/**
 * The agencies whose custody it speaks against and whose desk may hear of it. What rests on a silent source of another
 * agency is known to that agency alone and goes nowhere.
 */
function custodiansOf({ records, oversight }: Finding, kept: ReadonlyMap<string, KeptRecord>): Custodian[] {
  const named = (oversight ?? []).flatMap((record) => kept.get(record) ?? [])
  const custodians = new Map(named.map(({ agency }) => [agency.id, agency]))
  const silent = records.flatMap((record) => kept.get(record) ?? []).filter((each) => each.silent)
  return [...custodians.values()].filter(({ id }) => silent.every(({ agency }) => agency.id === id))
}

/** One finding against one custodian, filed if it has not come out. */
async function standingAt(
  context: Context,
  finding: Finding,
  custodian: Custodian,
  kept: ReadonlyMap<string, KeptRecord>,
): Promise<Standing & { readonly overseen: boolean }> {
  const { reader } = context
  const overseen = custodian.overseer === reader.account
  const out = await comeOut(context, finding, custodian.id)
  if (out) return { ...OPEN, notes: out.notes.map((text) => ({ custodian: custodian.name, text })), overseen }
  const records = [...new Set(finding.records)].sort()
  const id = oversightId(finding, custodian.id)
  const due = await fileFinding(context, {
    id,
    custodian,
    rule: finding.rule,
    parameters: toldParameters(finding),
    alternatives: finding.alternatives,
    records,
    keepers: records.map((record) => kept.get(record)!.agency.id),
    silent: records.some((record) => kept.get(record)!.silent),
    working: finding.working || records.some((record) => kept.get(record)!.working),
    waits: !overseen,
  })
  const waits = overseen
    ? [{ finding: id, custodian: custodian.name, due: due.toISOString(), agencies: await agenciesWaiting(context, id) }]
    : []
  return { withheld: true, waits, notes: [], overseen }
}

/**
 * Files what speaks against a custodian with its oversight desk, in the transaction of whoever's look at a life brought
 * it up, and answers how each stands for this reader, by {@link findingKey}. It is filed from what this reader sees and
 * from nothing else; filed again it is the same. An officer of one of several custodians sees it; anybody else waits for
 * all of them.
 */
export async function fileFindings(
  context: Context,
  findings: readonly Finding[],
  working: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Standing>> {
  const against = findings.filter(({ oversight }) => oversight !== null)
  const kept = await keepersOf(context, against, working)
  const standings = new Map<string, Standing>()
  for (const finding of against) {
    const each: (Standing & { readonly overseen: boolean })[] = []
    for (const custodian of custodiansOf(finding, kept)) each.push(await standingAt(context, finding, custodian, kept))
    standings.set(findingKey(finding), {
      withheld: each.some(({ withheld }) => withheld) && !each.some(({ overseen }) => overseen),
      waits: each.flatMap(({ waits }) => waits),
      notes: each.flatMap(({ notes }) => notes),
    })
  }
  return standings
}
