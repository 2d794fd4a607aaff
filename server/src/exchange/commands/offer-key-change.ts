import { createHash, randomUUID } from 'node:crypto'
import type { KeyChangeKind } from '@proofmark/contract/exchange-words'
import { KEY_CHANGE_FORM, type KeyChangeMessage } from '@proofmark/contract/schemas/exchange-message'
import type { NodeIdentity } from '@proofmark/contract/schemas/partner'
import { canonicalJson } from '@proofmark/proofs/canonical'
import type { Context } from '../../access/context.ts'
import { needPartnerKeeper } from '../policy/partner.ts'
import { keyChangeUnderWay, type OwnKeyChange } from '../queries/own-key-changes.ts'
import { partnersToWitness } from '../queries/partners-to-witness.ts'
import { recordExchange } from './record-exchange.ts'
import { sendMessage } from './send-message.ts'

/** What is to follow: an identity that names the keys of before and after, or a note that both keys of the ledger signed. */
export type KeyChangeStatement =
  | { readonly what: 'node'; readonly identity: NodeIdentity }
  | { readonly what: 'ledger'; readonly note: string }

/** Those to whom a change of the ledger's key is news: whoever was shown nothing yet believes the next key as its first. */
async function knowOfLedger({ query }: Context, partners: readonly string[]): Promise<string[]> {
  const rows = await query.selectFrom('exchange_witness').select('partner').where('sent_at', 'is not', null).execute()
  const shown = new Set(rows.map(({ partner }) => partner))
  return partners.filter((partner) => shown.has(partner))
}

async function begin(context: Context, statement: KeyChangeStatement): Promise<OwnKeyChange> {
  const { query, reader, now } = context
  const id = randomUUID()
  const { what, ...stated } = statement
  await query
    .insertInto('key_change')
    .values({ id, what, statement: JSON.stringify(stated), made_by: reader.account, made_at: now })
    .execute()
  const hash = createHash('sha256').update(canonicalJson(stated)).digest('hex')
  await recordExchange(context, { direction: 'outgoing', partner: null, message: id, kind: 'key-change', hash })
  return { id, what, statement: stated, told: [] }
}

/**
 * Tells every partner by a message, which the standing key signs, of keys that are to follow, and commits to it in the
 * exchange ledger. Where a change of this kind is under way, those are told of it that were not yet. Answers who was told
 * now. Throws `role_needed`.
 */
export async function offerKeyChange(
  context: Context,
  offered: KeyChangeStatement,
): Promise<{ readonly change: string; readonly told: readonly string[] }> {
  needPartnerKeeper(context.reader)
  const { what } = offered
  const change = (await keyChangeUnderWay(context, what)) ?? (await begin(context, offered))
  const known = new Set(change.told)
  const partners = await partnersToWitness(context)
  const due = (what === 'ledger' ? await knowOfLedger(context, partners) : partners).filter((each) => !known.has(each))
  for (const partner of due) {
    const body = { form: KEY_CHANGE_FORM, change: change.id, what, ...change.statement } as KeyChangeMessage
    const { message } = await sendMessage(context, { partner, kind: 'key-change', body, about: `keys ${change.id}` })
    await context.query
      .insertInto('key_change_notice')
      .values({ change_id: change.id, partner, message_id: message })
      .execute()
  }
  await context.audit({ action: 'key_change.made', subjects: [change.id], body: { what, partners: due } })
  return { change: change.id, told: due }
}

/** From now on the keys that were offered are ours. Throws `role_needed`. */
export async function noteKeysSwitched(context: Context, what: KeyChangeKind): Promise<void> {
  needPartnerKeeper(context.reader)
  const { query, now, audit } = context
  const switched = await query
    .updateTable('key_change')
    .set({ switched_at: now })
    .where('what', '=', what)
    .where('switched_at', 'is', null)
    .returning('id')
    .execute()
  await audit({ action: 'key_change.switched', subjects: switched.map(({ id }) => id), body: { what } })
}
