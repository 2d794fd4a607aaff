import { randomBytes } from 'node:crypto'
import type { Context } from '../../access/context.ts'
import { classOfOwn } from '../../tracing/commands/write-trace.ts'
import { recoveringAgency } from '../policy/recovery.ts'
import { paperNumber } from '../rules/paper-number.ts'

export interface PaperOrder {
  /** Chosen by the client: the same order again is of the same numbers. */
  readonly order: string
  readonly forms: number
  readonly agency?: string | undefined
}

export interface DrawnPapers {
  readonly numbers: readonly string[]
  /** The day of the order, so that the same order prints the same pages. */
  readonly on: string
}

const CHANCE = 7

/**
 * Draws the numbers of so many paper forms; the same order again gives those that were drawn, and more only where more
 * are asked for. Throws `role_needed`, `agency_unknown`, `not_your_agency`.
 */
export async function drawPapers(context: Context, { order, forms, agency: named }: PaperOrder): Promise<DrawnPapers> {
  const { client, query, reader, now, audit } = context
  const agency = await recoveringAgency(context, named)
  const id = order.toLowerCase()
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`papers ${id}`])
  const before = await query
    .selectFrom('paper_form')
    .select(['number', 'drawn_at'])
    .where('order_id', '=', id)
    .orderBy('place')
    .execute()
  const numbers = before.map(({ number }) => number).slice(0, forms)
  const vis = await classOfOwn(context, agency.id)
  for (let place = before.length + 1; place <= forms; ) {
    const drawn = await query
      .insertInto('paper_form')
      .values({
        number: paperNumber(randomBytes(CHANCE)),
        agency_id: agency.id,
        vis,
        order_id: id,
        place,
        drawn_by: reader.account,
      })
      // One in thousands of millions was drawn before: then another is.
      .onConflict((conflict) => conflict.column('number').doNothing())
      .returning('number')
      .executeTakeFirst()
    if (!drawn) continue
    numbers.push(drawn.number)
    place++
  }
  if (forms > before.length) await audit({ action: 'papers.drawn', subjects: [agency.id], body: { forms } })
  return { numbers, on: (before[0]?.drawn_at ?? now).toISOString().slice(0, 10) }
}
