import { ProofmarkError } from '@proofmark/contract/errors'
import { TRACERS } from '@proofmark/contract/route'
import { questionRequest } from '@proofmark/contract/schemas/question'
import type { traceAskRequest } from '@proofmark/contract/schemas/trace-desk'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { type AskedDesks, askDesks } from '../../linkage/commands/ask-desks.ts'
import { needTrace } from './write-trace.ts'

export type AskInput = Omit<z.output<typeof traceAskRequest>, 'grounds'>

const cut = (text: string | null, limit: number) => (text === null ? {} : text.slice(0, limit))

/**
 * Asks the desks of other agencies of this state what they keep of the firearm that an incoming request is about. It is
 * described in the words of the request and under its reference; nothing is looked up. Throws `role_needed`, `not_found`,
 * `question_empty` where the mark cannot be described, and what `askDesks` throws.
 */
export async function askOwners(
  context: Context,
  { trace: id, id: question, agencies, basis }: AskInput,
): Promise<AskedDesks> {
  needRole(context.reader, TRACERS)
  const trace = await needTrace(context, id)
  const { serial, make, model, calibre, type, countryOfManufacture, year } = trace.form.firearm
  if (serial.observed === null) throw new ProofmarkError('question_empty', { record: trace.id })
  const described = { make: cut(make, 120), model: cut(model, 120), calibre: cut(calibre, 120), type: cut(type, 120) }
  const said = Object.fromEntries(Object.entries(described).filter(([, value]) => typeof value === 'string'))
  const input = questionRequest.parse({
    id: question,
    reference: `${trace.asker ?? trace.agencyName} ${trace.id}`.slice(-120),
    basis,
    description: {
      mark: serial.observed,
      ...said,
      ...(countryOfManufacture === null ? {} : { country: countryOfManufacture }),
      ...(year === null ? {} : { year: `${year.from}`.slice(0, 40) }),
    },
    ...(agencies === undefined || agencies.length === 0 ? {} : { agencies }),
  })
  return askDesks(context, input)
}
