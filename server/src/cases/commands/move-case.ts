import type { CaseState } from '@proofmark/contract/case-desk-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { CaseEntrySaid, CaseMoving } from '@proofmark/contract/schemas/case-entry'
import type { Context } from '../../access/context.ts'
import { openTraces } from '../queries/items.ts'
import type { CaseStanding } from '../rules/case-standing.ts'
import { endStanding } from './end-standing.ts'
import { holdCase } from './hold-case.ts'
import { writeCaseEntry } from './write-entry.ts'

export interface Move {
  readonly case: string
  readonly entry: string
  readonly move: CaseMoving
}

/** From which states a case may be moved to which; where it stands already, what was sent again changes nothing. */
const FROM: Readonly<Record<CaseState, readonly CaseState[]>> = {
  closed: ['open', 'closed'],
  open: ['closed', 'archived', 'open'],
  archived: ['closed', 'archived'],
}

/** The requests that wait for something, of what the case was given. */
export function tracesOfCase(context: Context, { items }: CaseStanding) {
  const of = (kind: string) =>
    items.flatMap(({ said }) => (said.item.kind === kind && said.item.id !== null ? [said.item.id] : []))
  return openTraces(context, { traces: of('trace'), records: of('record') })
}

async function saidOf(context: Context, standing: CaseStanding, move: CaseMoving): Promise<CaseEntrySaid> {
  if (move.to === 'open') return { kind: 'reopened', why: move.why }
  if (move.to === 'archived') return { kind: 'archived', why: move.why }
  const { to: _, ...closing } = move
  const says = (text: string | undefined) => text !== undefined && /\S/.test(text)
  if (closing.supplyChain !== 'traced' && !says(closing.why)) throw new ProofmarkError('case_supply_chain_needed')
  const open = await tracesOfCase(context, standing)
  if (open.length > 0 && !says(closing.despiteTraces))
    throw new ProofmarkError('case_traces_open', { traces: open.map(({ reference }) => reference).join(', ') })
  return { kind: 'closed', ...closing, openTraces: open.map(({ id }) => id) }
}

/**
 * Closes a case, opens it again or archives it. Closing answers whether the line of supply was traced, names requests
 * that are open, and withdraws what the case asked of others and planned. Throws as `holdCase`, `case_stands_already`, `case_supply_chain_needed`, `case_traces_open`.
 */
export async function moveCase(context: Context, { case: id, entry, move }: Move): Promise<string> {
  const { file, standing } = await holdCase(context, { case: id }, 'lead', FROM[move.to])
  if (standing.state === move.to) {
    const sent = await context.query
      .selectFrom('case_entry')
      .select('id')
      .where('case_id', '=', file.id)
      .where('id', '=', entry.toLowerCase())
      .executeTakeFirst()
    if (!sent) throw new ProofmarkError('case_stands_already', { state: standing.state })
    return file.id
  }
  const said = await saidOf(context, standing, move)
  const { hash, written } = await writeCaseEntry(context, file, { entry, said })
  if (written) await context.audit({ action: 'case.moved', subjects: [file.id], body: { state: move.to, hash } })
  if (written && move.to === 'closed') await endStanding(context, file.id)
  return file.id
}
