import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context as HonoContext } from 'hono'

/** A moment of the query, as an answer gave it; null where none is given. Throws `body_invalid`. */
export function momentIn({ http }: { readonly http: HonoContext }, field: string): Date | null {
  const text = http.req.query(field)
  if (text === undefined) return null
  const moment = /^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z$/.test(text) ? new Date(text) : null
  if (!moment || Number.isNaN(moment.getTime())) throw new ProofmarkError('body_invalid', { field, expected: 'moment' })
  return moment
}
