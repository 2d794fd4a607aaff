import { ProofmarkError } from '@proofmark/contract/errors'
import type { LegalBasis } from '@proofmark/contract/purposes'
import { RECOVERERS } from '@proofmark/contract/route'
import type { RecoveryKnown } from '@proofmark/contract/schemas/recovery-answers'
import type { Context } from '../../access/context.ts'
import { needAgency } from '../../access/policy/agency.ts'
import { needRole } from '../../access/policy/role.ts'
import { admitSearch } from '../../linkage/commands/admit-search.ts'
import { type KnownRecord, recordsOfItem } from '../../linkage/commands/records-of-item.ts'
import { saveOwnItem } from '../../linkage/commands/save-item.ts'
import { probabilityFigure } from '../../linkage/present/probability-figure.ts'
import { ownItem } from '../../linkage/queries/own-item.ts'
import type { Trace } from '../../tracing/queries/traces.ts'
import { tracesWaiting } from '../../tracing/queries/traces-waiting.ts'
import { exhibitsOf, findRecovery, type Recovery, referenceOf, standingOf, versionsOf } from '../queries/recoveries.ts'
import { fewest, knownAs } from '../rules/known-as.ts'

/** What is known of an exhibit among the records that the reader may see, and how others can be asked. */
export interface KnownHere {
  readonly exhibit: string
  readonly known: readonly RecoveryKnown[]
  /** False where its mark is too little to look for, or it has no record. */
  readonly looked: boolean
  /** The saved item by which other agencies are asked; null where the mark is too weak for that. */
  readonly savedItem: string | null
}

export interface KnownInput {
  readonly recovery: string
  readonly exhibits?: readonly string[] | undefined
  /** Under which other agencies are told that it was asked; the recovery's own where none is given. */
  readonly reference?: string | undefined
  readonly basis: LegalBasis
}

const NOTHING = { known: [], looked: false, savedItem: null } as const

/** A probability as it is told, never rounded to certainty. */
const told = (probability: number) => Number(probabilityFigure(probability, 4))

/** How surely a request waits for the exhibit: as surely as the likeliest of its records is of it, or for its very number. */
function waitsFor(trace: Trace, records: readonly KnownRecord[]): Pick<RecoveryKnown, 'surely' | 'likely'> {
  const best = records.find(({ record }) => trace.records.includes(record))
  if (!best) return { surely: 'is', likely: null }
  return { surely: best.same ? 'is' : 'may_be', likely: told(best.probability) }
}

/** The saved item of a question to others, or null where the mark is too weak to ask them by. */
async function savedItemOf(context: Context, record: string, reference: string, basis: LegalBasis) {
  return saveOwnItem(context, { record, reference, basis }).catch((failure: unknown) => {
    if (failure instanceof ProofmarkError && failure.code === 'mark_too_weak') return null
    throw failure
  })
}

async function needRecovery(context: Context, id: string): Promise<Recovery> {
  const { reader } = context
  needRole(reader, RECOVERERS)
  const recovery = await findRecovery(context, id.toLowerCase())
  if (!recovery) throw new ProofmarkError('not_found', { what: id })
  needAgency(reader, { id: recovery.agency, name: recovery.agencyName })
  return recovery
}

/** The exhibits that are asked about, in the order of the form. Throws `not_found`, `not_your_agency`, `role_needed`. */
export async function exhibitsToAsk(context: Context, input: KnownInput): Promise<string[]> {
  const recovery = await needRecovery(context, input.recovery)
  const form = standingOf(await versionsOf(context, recovery.id))?.form
  const place = new Map(form?.exhibits.map(({ exhibit }, at) => [exhibit, at]))
  const placeOf = (id: string) => place.get(id) ?? place.size
  const asked = input.exhibits && new Set(input.exhibits.map((each) => each.toLowerCase()))
  const all = (await exhibitsOf(context, [recovery.id])).filter(({ id }) => asked?.has(id) ?? true)
  return all.map(({ id }) => id).sort((a, b) => placeOf(a) - placeOf(b))
}

/**
 * What is known of the exhibits of a recovery among the records and requests that the reader may see, an entry of the
 * log; and the questions to other agencies, saved. Throws `not_found`, `not_your_agency`, `role_needed`, `search_busy`,
 * `search_too_slow`.
 */
export async function knownHere(context: Context, input: KnownInput): Promise<KnownHere[]> {
  const { audit } = context
  const recovery = await needRecovery(context, input.recovery)
  const reference = (input.reference ?? (await referenceOf(context, recovery.id)) ?? recovery.id).trim()
  const all = await exhibitsOf(context, [recovery.id])
  const own = new Set(all.flatMap(({ record }) => record ?? []))
  const asked = input.exhibits ? new Set(input.exhibits.map((each) => each.toLowerCase())) : null
  const exhibits = all.filter(({ id }) => asked?.has(id) ?? true)
  const read = await admitSearch(context, async () => {
    const found = []
    for (const { id, record } of exhibits) {
      if (record === null) continue
      const { item } = await ownItem(context, record)
      found.push({ id, record, item, records: await recordsOfItem(context, item, own) })
    }
    return found
  })
  const waiting = await tracesWaiting(
    context,
    read.map(({ item, records }) => ({ item, records: (records ?? []).map((each) => each.record) })),
  )
  const answers = new Map<string, KnownHere>()
  for (const [place, { id, record, records }] of read.entries()) {
    const known: RecoveryKnown[] = [
      ...waiting[place]!.map((trace) => ({
        ...{ source: null, kind: 'wanted' as const, restricted: false, handle: null, contact: null, record: null },
        agency: trace.direction === 'incoming' ? (trace.asker ?? trace.agencyName) : trace.agencyName,
        ...waitsFor(trace, records ?? []),
      })),
      ...(records ?? []).map((each) => ({
        ...{ source: each.source, agency: each.agency, kind: knownAs(each.event), restricted: false },
        ...{ handle: null, contact: null, record: each.record },
        ...{ surely: each.same ? ('is' as const) : ('may_be' as const), likely: told(each.probability) },
      })),
    ]
    const savedItem = records === null ? null : await savedItemOf(context, record, reference, input.basis)
    answers.set(id, { exhibit: id, known: fewest(known), looked: records !== null, savedItem })
  }
  const shown = read.flatMap(({ records }) => (records ?? []).map((each) => each.record))
  await audit({
    action: 'recovery.answered',
    subjects: [...new Set([recovery.id, ...exhibits.map(({ id }) => id), ...shown])],
    body: { exhibits: exhibits.length, known: shown.length },
  })
  return exhibits.map(({ id }) => answers.get(id) ?? { exhibit: id, ...NOTHING })
}
