import { ProofmarkError } from '@proofmark/contract/errors'
import type { Handlers } from '../http/endpoint.ts'
import { giveUpMessage, retryMessage } from './commands/act-on-outbox.ts'
import { addPartner } from './commands/add-partner.ts'
import { giveGrant, revokeGrant } from './commands/give-grant.ts'
import { retryInbox } from './commands/retry-inbox.ts'
import { sendCorrection } from './commands/send-correction.ts'
import { revokeCertificate, setPartnerState } from './commands/set-partner.ts'
import { showLedger } from './commands/show-ledger.ts'
import { presentGrant } from './present/grant.ts'
import { presentLedger } from './present/ledger.ts'
import { nextBefore, presentInbox, presentOutbox } from './present/message.ts'
import { presentPartner } from './present/partner.ts'
import { listInbox, listOutbox } from './queries/boxes.ts'
import { listGrants } from './queries/grants.ts'
import { listPartners } from './queries/list-partners.ts'

type ExchangeRoutes = Pick<
  Handlers,
  | 'partnerList'
  | 'partnerAdd'
  | 'partnerState'
  | 'certificateRevoke'
  | 'outboxList'
  | 'outboxAct'
  | 'inboxList'
  | 'inboxRetry'
  | 'grantList'
  | 'grantGive'
  | 'grantRevoke'
  | 'correctionSend'
  | 'ledgerShow'
>

const MOST_GRANTS = 500
const done = { done: true } as const

export function exchangeRoutes(): ExchangeRoutes {
  return {
    ledgerShow: async ({ run, say }) => presentLedger(await run(showLedger), say),
    partnerList: async ({ run }) => ({ partners: (await run(listPartners)).map(presentPartner) }),
    partnerAdd: ({ body, run }) => run((context) => addPartner(context, body)),
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
    grantList: async ({ run }) => ({
      grants: (await run((context) => listGrants(context, MOST_GRANTS))).map(presentGrant),
    }),
    grantGive: ({ body, run }) => run((context) => giveGrant(context, { ...body, expires: new Date(body.expires) })),
    grantRevoke: ({ body, run }) => run((context) => revokeGrant(context, body)),
    correctionSend: async ({ body, run }) => {
      const { correction, told } = await run((context) => sendCorrection(context, body))
      return { correction, told: [...told] }
    },
  }
}
