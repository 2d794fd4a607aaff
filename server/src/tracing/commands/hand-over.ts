import type { MessageKind } from '@proofmark/contract/message-kinds'
import type { Handling } from '@proofmark/contract/schemas/trace-message'
import type { IntendedUse } from '@proofmark/contract/trace-words'
import type { Context } from '../../access/context.ts'
import { sendMessage } from '../../exchange/commands/send-message.ts'
import { needAllowed } from '../../exchange/policy/agreement.ts'
import { findPartner } from '../../exchange/queries/find-partner.ts'

export interface Leaving {
  readonly partner: string | null
  readonly uses: readonly IntendedUse[]
  readonly handling: Handling
  /** Does it name a natural person? */
  readonly persons: boolean
}

/**
 * What may leave to a partner with whom there is an agreement is decided by that agreement, whatever channel carries it.
 * Throws `agreement_forbids`.
 */
export async function needMayLeave(context: Context, { partner, uses, handling, persons }: Leaving): Promise<void> {
  if (partner === null || !(await findPartner(context, partner, context.now))) return
  for (const purpose of uses) await needAllowed(context, partner, { what: 'purpose', purpose })
  const { scheme, codes } = handling
  await needAllowed(context, partner, { what: 'handling', scheme, codes })
  if (persons) await needAllowed(context, partner, { what: 'natural_persons' })
}

/** Puts a message about a request into the outbox of the node. Throws what `sendMessage` throws. */
export async function handOver(
  context: Context,
  about: { readonly id: string; readonly partner: string; readonly records: readonly string[] },
  kind: MessageKind,
  body: unknown,
): Promise<void> {
  const { id, partner, records } = about
  await sendMessage(context, { partner, kind, body, about: id, subjects: records })
}
