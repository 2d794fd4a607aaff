import { ProofmarkError } from '@proofmark/contract/errors'
import type { Handlers } from '../http/endpoint.ts'
import { readFileText } from '../http/request.ts'
import type { HttpServices } from '../http/services.ts'
import { settleCorrection } from '../tracing/commands/settle-correction.ts'
import { giveUpMessage, retryMessage } from './commands/act-on-outbox.ts'
import { addPartner } from './commands/add-partner.ts'
import { decideKeyChange } from './commands/decide-key-change.ts'
import { decideRestore } from './commands/decide-restore.ts'
import { giveGrant, revokeGrant } from './commands/give-grant.ts'
import { retryInbox } from './commands/retry-inbox.ts'
import { sendCorrection } from './commands/send-correction.ts'
import { sendLedger } from './commands/send-ledger.ts'
import { revokeCertificate, setPartnerState } from './commands/set-partner.ts'
import { showLedger } from './commands/show-ledger.ts'
import { ENVELOPE_LIMIT_BYTES } from './keys/envelope.ts'
import { presentCorrections } from './present/correction.ts'
import { presentGrant } from './present/grant.ts'
import { presentKeyChanges } from './present/key-change.ts'
import { presentLedger } from './present/ledger.ts'
import { nextBefore, presentDelivery, presentInbox, presentOutbox } from './present/message.ts'
import { presentPartner, presentPartnerWhole } from './present/partner.ts'
import { listInbox, listOutbox } from './queries/boxes.ts'
import { correctionsMade } from './queries/corrections-made.ts'
import { correctionsReceived } from './queries/corrections-received.ts'
import { historyOf } from './queries/deliveries.ts'
import { listGrants } from './queries/grants.ts'
import { listKeyChanges } from './queries/list-key-changes.ts'
import { listPartners } from './queries/list-partners.ts'
import { showPartner } from './queries/show-partner.ts'

type ExchangeRoutes = Pick<
  Handlers,
  | 'partnerList'
  | 'partnerShow'
  | 'partnerAdd'
  | 'partnerRestore'
  | 'partnerState'
  | 'certificateRevoke'
  | 'outboxList'
  | 'outboxAct'
  | 'inboxList'
  | 'inboxRetry'
  | 'messageHistory'
  | 'outboxTakeOut'
  | 'inboxTakeIn'
  | 'grantList'
  | 'grantGive'
  | 'grantRevoke'
  | 'correctionSend'
  | 'correctionList'
  | 'correctionSettle'
  | 'keyChangeList'
  | 'keyChangeDecide'
  | 'ledgerShow'
  | 'ledgerSend'
>

const MOST_GRANTS = 500
const done = { done: true } as const

/** Partners, boxes, grants and corrections; files for partners by the process that holds the keys. */
export function exchangeRoutes({ node, clock }: HttpServices): ExchangeRoutes {
  return {
    ledgerShow: async ({ run, say }) => presentLedger(await run(showLedger), say),
    ledgerSend: async ({ body, run }) => ({ sent: await run((context) => sendLedger(context, body)) }),
    partnerList: async ({ run }) => ({ partners: (await run(listPartners)).map(presentPartner) }),
    partnerShow: async ({ body: { partner }, run, say }) => {
      const whole = await run((context) => showPartner(context, partner))
      return presentPartnerWhole(whole, await node.identity().catch(() => null), say)
    },
    partnerAdd: ({ body, run }) => run((context) => addPartner(context, body)),
    partnerRestore: async ({ body, run }) => {
      await run((context) => decideRestore(context, body))
      return done
    },
    partnerState: async ({ body, run }) => {
      await run((context) => setPartnerState(context, body))
      return done
    },
    certificateRevoke: async ({ body, run }) => {
      await run((context) => revokeCertificate(context, body))
      return done
    },
    outboxList: async ({ body, run, say }) => {
      const rows = await run((context) => listOutbox(context, body))
      return { messages: rows.map((row) => presentOutbox(row, say)), next: nextBefore(rows, body.limit) }
    },
    outboxAct: async ({ body: { message, act, why }, run }) => {
      await run((context) => {
        if (act === 'retry') return retryMessage(context, { message })
        if (why === undefined) throw new ProofmarkError('body_invalid', { field: 'why', expected: 'present' })
        return giveUpMessage(context, { message, why })
      })
      return done
    },
    inboxList: async ({ body, run, say }) => {
      const rows = await run((context) => listInbox(context, body))
      return { messages: rows.map((row) => presentInbox(row, say)), next: nextBefore(rows, body.limit) }
    },
    inboxRetry: async ({ body, run }) => {
      await run((context) => retryInbox(context, body))
      return done
    },
    messageHistory: async ({ body, run, say }) => {
      const rows = await run((context) => historyOf(context, body))
      return { history: rows.map((row) => presentDelivery(row, say)) }
    },
    outboxTakeOut: async ({ body: { partner }, reader }) => {
      const { sealed, messages, receipts } = await node.takeOut(reader.account, partner)
      const file = `proofmark-${partner}-${clock().toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}.envelope`
      return { file, sealed, messages: messages.length, receipts }
    },
    inboxTakeIn: async ({ http, reader, say }) => {
      const sealed = await readFileText(http.req.raw, ENVELOPE_LIMIT_BYTES)
      if (sealed === null) throw new ProofmarkError('message_too_large', { limit: ENVELOPE_LIMIT_BYTES })
      const { refused, ...taken } = await node.takeIn(reader.account, sealed)
      return { ...taken, refused: refused.map((reason) => say(`exchange.reason.${reason}`)) }
    },
    grantList: async ({ run }) => ({
      grants: (await run((context) => listGrants(context, MOST_GRANTS))).map(presentGrant),
    }),
    grantGive: ({ body, run }) => run((context) => giveGrant(context, { ...body, expires: new Date(body.expires) })),
    grantRevoke: ({ body, run }) => run((context) => revokeGrant(context, body)),
    correctionSend: async ({ body, run }) => {
      const { correction, told } = await run((context) => sendCorrection(context, body))
      return { correction, told: [...told] }
    },
    correctionList: ({ run }) =>
      run(async (context) => presentCorrections(await correctionsMade(context), await correctionsReceived(context))),
    correctionSettle: async ({ body, run }) => {
      await run((context) => settleCorrection(context, body))
      return done
    },
    keyChangeList: async ({ run }) => presentKeyChanges(await run(listKeyChanges)),
    keyChangeDecide: async ({ body, run }) => {
      await run((context) => decideKeyChange(context, body))
      return done
    },
  }
}
