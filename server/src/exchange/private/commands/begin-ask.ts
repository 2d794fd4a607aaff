import { randomUUID } from 'node:crypto'
import type { LookUpClass } from '@proofmark/contract/private-words'
import type { KnownRequest } from '@proofmark/contract/schemas/private-look-up'
import { readMake } from '@proofmark/domain/make'
import type { Context } from '../../../access/context.ts'
import { needRole } from '../../../access/policy/role.ts'
import { queryMark } from '../../../linkage/rules/query-mark.ts'
import { needAllowed } from '../../policy/agreement.ts'
import { agencyOfPartner, ownName } from '../queries/own-names.ts'
import { type ReceivedEpoch, receivedEpoch } from '../queries/received.ts'
import { type AskedTokens, askedTokens } from '../rules/tokens-of-mark.ts'

export interface PreparedAsk {
  readonly partner: string
  readonly asker: string
  /** Is the partner an agency of this installation? */
  readonly local: boolean
  readonly dataClass: LookUpClass
  /** Null: the mark cannot be asked about. */
  readonly asked: AskedTokens | null
  readonly at: Date
}

/**
 * As what a partner is asked about a firearm. Throws `role_needed`, `partner_unknown`, `agreement_forbids`,
 * `pattern_unreadable`, `pattern_says_none` and `pattern_too_open`.
 */
export async function prepareAsk(context: Context, node: string, request: KnownRequest): Promise<PreparedAsk> {
  needRole(context.reader, ['trace_officer', 'analyst'])
  const { partner, serial, make, kind, dataClass = 'lost_stolen_wanted' } = request
  await needAllowed(context, partner, { what: 'data', dataClass })
  const { norm, skeleton } = queryMark(serial)
  const code = make === undefined ? null : readMake(make).make.code
  const local = (await agencyOfPartner(context, partner)) !== null
  const asker = await ownName(context, node, partner)
  const asked = askedTokens({ norm, skeleton, make: code }, kind === 'skeleton')
  return { partner, asker, local, dataClass, asked, at: context.now }
}

export interface BegunAsk {
  readonly handle: string
  /** Null: the partner published nothing that this can be looked up in. */
  readonly epoch: ReceivedEpoch | null
}

/** Logs what is about to be asked, before a byte of it leaves, under a handle that tells nothing of the case. */
export async function beginAsk(
  context: Context,
  { partner, asker, dataClass }: PreparedAsk,
  { kind }: AskedTokens,
  { serial, make, reference, basis }: KnownRequest,
): Promise<BegunAsk> {
  const handle = randomUUID()
  const epoch = await receivedEpoch(context, { partner, asker, dataClass }, kind, context.now)
  await context.query
    .insertInto('private_ask')
    .values({
      handle,
      partner,
      data_class: dataClass,
      kind,
      epoch: epoch?.epoch ?? null,
      agency_id: context.reader.agency?.id ?? null,
      asked_by: context.reader.account,
      reference,
      basis,
      asked_at: context.now,
    })
    .execute()
  const query = make === undefined ? serial : `${serial} · ${make}`
  const body = { partner, dataClass, kind, epoch: epoch?.epoch ?? null, reference, basis, query }
  await context.audit({ action: 'private.asked', subjects: [handle], body })
  return { handle, epoch }
}
