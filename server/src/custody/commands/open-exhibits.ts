import { ProofmarkError } from '@proofmark/contract/errors'
import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import type { Context } from '../../access/context.ts'
import type { Told } from '../../records/commands/take-told.ts'
import { exhibitsOf, type Recovery } from '../queries/recoveries.ts'
import { isAhead, recoveredAt } from '../rules/recovered-at.ts'
import { beginCustody } from './begin-custody.ts'

/**
 * Opens the exhibits that the form names and that are not there yet, each with its record and the beginning of its chain
 * of custody; one that has got its record since is given it. Throws `exhibit_id_used` for one of another recovery.
 */
export async function openExhibits(
  context: Context,
  { id: recovery, agency, vis }: Recovery,
  form: RecoveryForm,
  outcomes: ReadonlyMap<string, Told>,
): Promise<void> {
  const { query } = context
  const recovered = isAhead(form, context.now) ? null : recoveredAt(form)
  const { locality, description } = form.place
  const begun = { recovered, zone: form.zone ?? null, place: locality ?? description ?? null }
  const before = new Map((await exhibitsOf(context, [recovery])).map((each) => [each.id, each]))
  for (const { exhibit, kind, seal = null } of form.exhibits) {
    const outcome = outcomes.get(exhibit)
    const record = outcome && 'record' in outcome ? outcome.record : null
    const known = before.get(exhibit)
    if (known) {
      if (known.record === record || record === null) continue
      await query.updateTable('exhibit').set({ record_id: record }).where('id', '=', exhibit).execute()
      continue
    }
    const made = await query
      .insertInto('exhibit')
      .values({ id: exhibit, recovery_id: recovery, agency_id: agency, vis, kind, record_id: record, split_from: null })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw new ProofmarkError('exhibit_id_used', { exhibit })
    await beginCustody(context, { exhibit, ...begun, seal }).catch(async (failure: unknown) => {
      if (!(failure instanceof ProofmarkError) || failure.code !== 'seal_used') throw failure
      // The exhibit is there whatever its label says: it is taken without the seal, and whoever saved it is told.
      await beginCustody(context, { exhibit, ...begun, seal: null })
    })
  }
}
