import { ProofmarkError } from '@proofmark/contract/errors'
import { DESKS } from '@proofmark/contract/route'
import type { Line } from '@proofmark/matching/line'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type CandidateDetails, candidateDetails } from '../../linkage/queries/candidates.ts'
import { judgementsOfPair, type NamedJudgement } from '../../linkage/queries/judgements-of-pair.ts'
import { type Neighbourhood, neighbourhood } from '../../linkage/queries/neighbourhood.ts'
import { balanceFor } from '../../linkage/queries/standing-balance.ts'
import { itemAround } from '../../linkage/rules/items.ts'
import { confirmersOf } from '../../linkage/rules/link-level.ts'
import type { LinkedRecord } from '../../linkage/rules/pair.ts'
import { linesOfPair } from '../../linkage/rules/pair-evidence.ts'
import type { WeighedPair } from '../../linkage/rules/weigh-pairs.ts'
import { intelligenceAmong } from '../../tracing/queries/intelligence.ts'

/** A link that two named persons confirmed, with what the two records say. */
export interface StatedLink {
  readonly one: LinkedRecord
  readonly other: LinkedRecord
  readonly judgedBy: readonly NamedJudgement[]
  readonly lines: readonly Line[]
}

/** A record that was considered beside those that are stated. */
export interface StatedRival {
  readonly record: LinkedRecord
  /** For which of the stated records. */
  readonly of: string
  readonly verdict: 'different' | 'undecided' | 'open'
}

export interface WrittenCourtText {
  readonly records: readonly LinkedRecord[]
  readonly details: ReadonlyMap<string, CandidateDetails>
  readonly links: readonly StatedLink[]
  readonly rivals: readonly StatedRival[]
  readonly by: { readonly name: string; readonly agency: string | null }
  readonly reference: string | null
  readonly written: Date
}

/** The records that are stated, as the item has them or the one pair. Throws `court_unconfirmed` and `court_alone`. */
function statedRecords(around: Neighbourhood, record: string, other: string | null): LinkedRecord[] {
  const { records, pairs } = around
  const named = (id: string) => `${records.get(id)!.sourceName} ${records.get(id)!.key}`
  if (other !== null) {
    const pair = pairs.find((each) => each.record === record && each.other === other)
    if (pair?.verdict !== 'same' || pair.level !== 'court')
      throw new ProofmarkError('court_unconfirmed', { missing: `${named(record)} – ${named(other)}` })
    return [record, other].map((id) => records.get(id)!)
  }
  const { members } = itemAround(record, records, pairs)
  const missing = members.filter(({ level }) => level !== 'court')
  if (missing.length > 0)
    throw new ProofmarkError('court_unconfirmed', { missing: missing.map((each) => named(each.record)).join(', ') })
  if (members.every(({ link }) => link === 'self')) throw new ProofmarkError('court_alone', { key: named(record) })
  return members.map((member) => records.get(member.record)!)
}

const isWithin = ({ record, other }: WeighedPair, stated: ReadonlySet<string>) =>
  stated.has(record) && stated.has(other)

async function linksAmong(context: Context, around: Neighbourhood, stated: ReadonlySet<string>): Promise<StatedLink[]> {
  const confirmed = around.pairs.filter(
    (pair) => isWithin(pair, stated) && pair.record < pair.other && pair.verdict === 'same' && pair.level === 'court',
  )
  const once = new Map(confirmed.map((pair) => [`${pair.record} ${pair.other}`, pair]))
  const balance = await balanceFor(context)
  const links: StatedLink[] = []
  for (const pair of once.values()) {
    const [one, other] = [around.records.get(pair.record)!, around.records.get(pair.other)!]
    const rows = await judgementsOfPair(context, pair.record, pair.other)
    const judgedBy = confirmersOf(rows.filter(({ about }) => about === 'firearm'))
    links.push({ one, other, judgedBy, lines: linesOfPair(one, other, balance) })
  }
  return links
}

function rivalsOf({ records, pairs }: Neighbourhood, stated: ReadonlySet<string>): StatedRival[] {
  const found = pairs.flatMap((pair): StatedRival[] => {
    const record = records.get(pair.other)
    if (!record || !stated.has(pair.record) || stated.has(pair.other) || pair.relation !== 'same') return []
    const considered = pair.judged !== null || pair.verdict !== null
    if (!considered) return []
    const judged = pair.judged?.verdict
    const verdict = judged === 'different' || judged === 'undecided' ? judged : 'open'
    return [{ record, of: pair.record, verdict }]
  })
  return [...new Map(found.map((rival) => [`${rival.of} ${rival.record.record}`, rival])).values()]
}

/**
 * What may be said in court of the records of a firearm, or of one pair of them: who judged each link, in what the records
 * agree and differ, and which others were considered. Each link has to be confirmed by two named persons who looked at it.
 * Throws `role_needed`, `not_found`, `court_alone`, `court_unconfirmed` with what is missing, and `court_intelligence`
 * where a partner has not permitted what its reply told to be used in court.
 */
export async function courtText(
  context: Context,
  input: { readonly record: string; readonly other?: string | undefined },
): Promise<WrittenCourtText> {
  const { reader, grounds, now } = context
  needRole(reader, DESKS)
  const [record, other] = [input.record.toLowerCase(), input.other?.toLowerCase() ?? null]
  const around = await neighbourhood(context, other === null ? [record] : [record, other])
  for (const id of [record, other ?? record])
    if (!around.records.has(id)) throw new ProofmarkError('not_found', { what: id })
  const records = statedRecords(around, record, other)
  const stated = new Set(records.map((each) => each.record))
  const intelligence = await intelligenceAmong(context, [...stated])
  if (intelligence.length > 0) throw new ProofmarkError('court_intelligence', { keys: intelligence.join(', ') })
  const links = await linksAmong(context, around, stated)
  const rivals = rivalsOf(around, stated)
  const named = [...stated, ...rivals.map((rival) => rival.record.record)]
  const details = await candidateDetails(context, [...new Set(named)])
  const reference = grounds?.reference ?? null
  await context.audit({
    action: 'court_text.written',
    subjects: [...new Set(named)],
    body: { records: records.length, reference },
  })
  return {
    records,
    details,
    links,
    rivals,
    by: { name: reader.name, agency: reader.agency?.name ?? null },
    reference,
    written: now,
  }
}
