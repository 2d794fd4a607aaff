import { randomUUID } from 'node:crypto'
import type { CorrectionMessage } from '@proofmark/contract/schemas/exchange-message'
import type { Context } from '../../access/context.ts'
import { needExchanger } from '../policy/partner.ts'
import { sendMessage } from './send-message.ts'

export interface Correction {
  /** What was told of: the subject that the messages named. */
  readonly subject: string
  readonly said: string
  /** Must they erase what they were told? */
  readonly erase: boolean
}

export interface Corrected {
  readonly correction: string
  /** Who is told, each by a message whose receipt is asked for. */
  readonly told: readonly { readonly partner: string; readonly message: string }[]
}

/**
 * Tells all who were told directly of a subject that it was not right (Directive (EU) 2016/680, article 7(3)): also those
 * with whom nothing is exchanged any more. What was given up before it went is no telling.
 */
export async function sendCorrection(context: Context, { subject, said, erase }: Correction): Promise<Corrected> {
  needExchanger(context.reader)
  const { query, now, reader } = context
  const disseminated = await query
    .selectFrom('dissemination as d')
    .innerJoin('outbox_message as m', 'm.id', 'd.message_id')
    .select(['d.partner', 'd.message_id as message'])
    .where('d.subject', '=', subject)
    .where((the) => the.or([the('m.state', '!=', 'given_up'), the('m.attempts', '>', 0)]))
    .orderBy('d.partner')
    .orderBy('d.told_at')
    .orderBy('d.message_id')
    .execute()
  const correction = randomUUID()
  await query
    .insertInto('correction')
    .values({
      id: correction,
      subject,
      said: JSON.stringify({ said, erase }),
      made_by: reader.account,
      made_at: now,
    })
    .execute()
  const told: { partner: string; message: string }[] = []
  for (const [partner, messages] of Map.groupBy(disseminated, (each) => each.partner)) {
    const body: CorrectionMessage = {
      form: 'proofmark-correction-1',
      id: correction,
      messages: messages.map((each) => each.message).slice(-1_000),
      subject,
      said,
      erase,
    }
    const { message } = await sendMessage(context, { partner, kind: 'correction', body })
    await query
      .insertInto('correction_notice')
      .values({ correction_id: correction, partner, message_id: message })
      .execute()
    told.push({ partner, message })
  }
  await context.audit({
    action: 'correction.sent',
    subjects: [correction],
    body: { subject, partners: told.map(({ partner }) => partner) },
  })
  return { correction, told }
}
