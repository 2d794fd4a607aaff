import { correctionMessage } from '@proofmark/contract/schemas/exchange-message'
import type { Context } from '../../access/context.ts'
import { type TouchedTrace, toldOn, touchedTraces } from '../../tracing/queries/received-corrections.ts'
import { needExchangeReader } from '../policy/partner.ts'
import { readMessageBody } from '../rules/read-body.ts'

const MOST = 200

export interface ReceivedCorrection {
  readonly partner: string
  readonly message: string
  readonly subject: string
  readonly said: string
  readonly erase: boolean
  readonly at: Date
  readonly receipt: string
  readonly traces: readonly (TouchedTrace & { readonly toldOn: readonly string[] })[]
}

/** Partners' corrections, the last first, with the traces of the reader's that rest on what they correct. Throws `role_needed`. */
export async function correctionsReceived(context: Context): Promise<ReceivedCorrection[]> {
  needExchangeReader(context.reader)
  const rows = await context.query
    .selectFrom('inbox_message')
    .select(['partner', 'id as message', 'body', 'received_at as at', 'receipt'])
    .where('kind', '=', 'correction')
    .where('state', '=', 'taken')
    .orderBy('number', 'desc')
    .limit(MOST)
    .execute()
  const touched: ReceivedCorrection['traces'][number][] = []
  for (const each of await touchedTraces(context)) touched.push({ ...each, toldOn: await toldOn(context, each) })
  return rows.flatMap(({ body, receipt, ...row }) => {
    const read = readMessageBody('correction', body)
    if (read.refusal !== null || receipt === null) return []
    const { subject, said, erase } = correctionMessage.parse(read.body)
    const traces = touched.filter(({ partner, message }) => partner === row.partner && message === row.message)
    return [{ ...row, subject, said, erase, receipt, traces }]
  })
}
