import { ProofmarkError } from '@proofmark/contract/errors'
import type { PackTakeRequest } from '@proofmark/contract/schemas/vocabulary-pack'
import type { Context } from '../../access/context.ts'
import { stewardsAgency } from '../policy/stewards-agency.ts'
import { getPack, packRows } from '../queries/packs.ts'
import { loadVocabulary } from '../queries/vocabulary.ts'
import { recordDecision, takeTurn } from './record-decision.ts'
import { restoreBefore, type Undone } from './undo-decisions.ts'

/**
 * Takes over decisions from a pack as the agency's own, each of which remembers the pack: all that is new, or the rows that
 * are named. Where the pack contradicts the agency, its own decision stands unless the row is named. Answers how many were
 * taken, and how many named rows were left because they say what stands already or can never be taken. Throws `not_found`,
 * also for a pack that was taken back, and what `stewardsAgency` throws.
 */
export async function takePack(
  context: Context,
  input: PackTakeRequest,
): Promise<{ readonly taken: number; readonly left: number }> {
  const agency = await stewardsAgency(context, input.agency)
  await takeTurn(context, agency.id)
  const pack = await getPack(context, agency.id, input.pack)
  if (pack.takenBackAt) throw new ProofmarkError('not_found', { what: `pack ${pack.id}` })
  const named = input.rows === 'new' ? null : new Set(input.rows)
  const rows = await packRows(context, pack.id, await loadVocabulary(context, agency.id))
  const wanted = rows.filter(({ row, standing }) => (named ? named.has(row) : standing === 'new'))
  let taken = 0
  for (const { decides, standing } of wanted) {
    if (!decides || (standing !== 'new' && standing !== 'contradicts')) continue
    await recordDecision(context, agency.id, decides.text, decides.meaning, { pack: pack.id })
    taken++
  }
  if (taken > 0)
    await context.audit({
      action: 'vocabulary.pack_taken',
      subjects: [agency.id],
      body: { pack: pack.id, decisions: taken },
    })
  return { taken, left: (named?.size ?? wanted.length) - taken }
}

/**
 * Takes a pack back whole: what each of its decisions replaced stands again, or the text waits again. A text on which the
 * agency decided anew since keeps that. Safe to repeat. Throws `not_found`, and what `stewardsAgency` throws.
 */
export async function takePackBack(
  context: Context,
  input: { readonly pack: string; readonly agency?: string | undefined },
): Promise<Undone> {
  const agency = await stewardsAgency(context, input.agency)
  await takeTurn(context, agency.id)
  const pack = await getPack(context, agency.id, input.pack)
  if (pack.takenBackAt) return { undone: 0, kept: 0 }
  const { undone, kept } = await restoreBefore(context, agency.id, 'd.pack_id = ANY ($2::int8[])', [pack.id])
  await context.query
    .updateTable('vocabulary_pack')
    .set({ taken_back_by: context.reader.account, taken_back_at: context.now })
    .where('id', '=', pack.id)
    .execute()
  await context.audit({
    action: 'vocabulary.pack_taken_back',
    subjects: [agency.id],
    body: { pack: pack.id, decisions: undone },
  })
  return { undone, kept }
}
