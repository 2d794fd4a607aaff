import { ProofmarkError } from '@proofmark/contract/errors'
import { TRACERS } from '@proofmark/contract/route'
import type { traceTypeInRequest } from '@proofmark/contract/schemas/trace-desk'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { ownCountry } from '../../records/queries/own-country.ts'
import { completenessOf } from '../rules/requests/completeness.ts'
import { messageOf } from '../rules/requests/message-of.ts'
import { takeRequest } from './take-in-request.ts'
import { needMoment } from './write-trace.ts'

export type TypeInInput = Omit<z.output<typeof traceTypeInRequest>, 'grounds'>

/**
 * Takes in a request that came on paper, by mail or by telephone, as an officer typed it in. It becomes the message that a
 * node would have sent, and goes the same way. Throws `role_needed`, `trace_incomplete`, `trace_moment_wrong`,
 * `trace_id_used`.
 */
export async function typeIn(context: Context, input: TypeInInput): Promise<string> {
  const { reader, now } = context
  needRole(reader, TRACERS)
  const { partner, country, channel, form, requestedAt } = input
  const saidAt = needMoment({ steps: [] }, input.at, now)
  const dated = needMoment({ steps: [] }, requestedAt, now) ?? saidAt ?? now
  const home = reader.agency && (await ownCountry(context, reader.agency.id))
  const asked = { country: home ?? form.addressee.country, role: form.addressee.role ?? 'registration' } as const
  const whole = { ...form, addressee: { ...form.addressee, ...asked } }
  const { mayLeave, missing } = completenessOf(whole, { foreign: true, home: country })
  if (!mayLeave) {
    const needs = missing.filter(({ mandatory }) => mandatory).map(({ need }) => need)
    throw new ProofmarkError('trace_incomplete', { missing: needs.join(', ') })
  }
  const message = messageOf(whole, { id: input.id.toLowerCase(), parent: null }, country, dated)
  return takeRequest(context, { message, partner, channel, saidAt })
}
