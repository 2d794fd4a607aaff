import type { Context } from '../../access/context.ts'
import { partnerAllows } from '../policy/agreement.ts'

/** The partners that may be sent checkpoints now: active, with an agreement in force, and not waiting to be reconciled. */
export async function partnersToWitness(context: Context): Promise<string[]> {
  const partners = await context.query
    .selectFrom('partner')
    .select('short')
    .where('state', '=', 'active')
    .where('reconciled', '=', true)
    .orderBy('short')
    .execute()
  const allowed: string[] = []
  for (const { short } of partners) {
    const verdict = await partnerAllows(context, short, { what: 'message', kind: 'checkpoint' })
    if (verdict.allowed) allowed.push(short)
  }
  return allowed
}
