import type { Context } from '../../access/context.ts'
import { stewardsAgency } from '../policy/stewards-agency.ts'
import { type DecidedMeaning, type DecidedText, NO_MEANING } from '../rules/check-decision.ts'
import { recordDecision, takeTurn } from './record-decision.ts'

/** What became of decisions that were to be undone; `kept` are those after which another was taken on the same text. */
export interface Undone {
  readonly undone: number
  readonly kept: number
}

interface Standing extends Omit<DecidedText, 'text'>, DecidedMeaning {
  readonly id: string
  readonly stated: string
  readonly last: boolean
  readonly before: (DecidedMeaning & { readonly pack: string | null }) | null
}

/**
 * Undoes decisions of the steward's agency by their numbers: each text means again what it meant before, or waits again.
 * A decision after which another was taken stays. Numbers of no decision of the agency's are passed over. Throws what
 * `stewardsAgency` throws.
 */
export async function undoDecisions(
  context: Context,
  input: { readonly decisions: readonly string[]; readonly agency?: string | undefined },
): Promise<Undone> {
  const agency = await stewardsAgency(context, input.agency)
  await takeTurn(context, agency.id)
  const { undone, kept, entries } = await restoreBefore(context, agency.id, 'd.id = ANY ($2::int8[])', input.decisions)
  for (const { field, stated, make, before } of entries) {
    const { code, said } = before ?? NO_MEANING
    const action = code === null && said === null ? 'vocabulary.withdrawn' : 'vocabulary.decided'
    await context.audit({ action, subjects: [agency.id], body: { field, text: stated, make, code, said } })
  }
  return { undone, kept }
}

/** Writes for each of these decisions what stood before it. `which` is SQL of `d` and `$2`. The caller has its turn. */
export async function restoreBefore(
  context: Context,
  agency: string,
  which: 'd.id = ANY ($2::int8[])' | 'd.pack_id = ANY ($2::int8[])',
  numbers: readonly string[],
): Promise<Undone & { readonly entries: readonly Standing[] }> {
  const { rows } = await context.client.query<Standing>(
    `SELECT d.id, d.field, d.stated, d.text_key AS key, d.make, d.code, d.said, d.name, d.country,
       NOT EXISTS (
         SELECT FROM vocabulary_decision l WHERE l.agency_id = $1 AND l.field = d.field AND l.text_key = d.text_key
           AND l.make IS NOT DISTINCT FROM d.make AND l.id > d.id
       ) AS last,
       (SELECT json_build_object('code', b.code, 'said', b.said, 'name', b.name, 'country', b.country, 'pack', b.pack_id::text)
        FROM vocabulary_decision b
        WHERE b.agency_id = $1 AND b.field = d.field AND b.text_key = d.text_key AND b.make IS NOT DISTINCT FROM d.make
          AND b.id < d.id AND (d.pack_id IS NULL OR b.pack_id IS DISTINCT FROM d.pack_id)
        ORDER BY b.id DESC LIMIT 1) AS before
     FROM vocabulary_decision d WHERE d.agency_id = $1 AND ${which} ORDER BY d.id`,
    [agency, numbers],
  )
  const last = rows.filter((row) => row.last)
  for (const { field, stated, key, make, before } of last) {
    const text = { field, text: stated, key, make }
    await recordDecision(context, agency, text, before ?? NO_MEANING, { pack: before?.pack ?? null })
  }
  return { undone: last.length, kept: rows.length - last.length, entries: last }
}
