import { ProofmarkError } from '@proofmark/contract/errors'
import { CUSTODY_KEEPERS } from '@proofmark/contract/route'
import type { CustodySignature, custodyAcceptRequest } from '@proofmark/contract/schemas/custody'
import type * as z from 'zod'
import type { Context, Reader } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import type { KeptEvent } from '../queries/chain.ts'
import { type Exhibit, holdExhibits } from '../queries/exhibit.ts'
import { exhibitCalled } from '../queries/exhibit-names.ts'
import { type AnswerStatement, type StatedParty, statementHash } from '../rules/statement.ts'
import { needCurrentChallenge } from './hand-over.ts'
import { readerSide, statedOf } from './parties.ts'
import { signatureOptions, takeSignature } from './signature.ts'
import { needStorage } from './state-hand-over.ts'
import { heldChain, keepStanding, needSeal, takeSeal } from './write-event.ts'

export type SaidAnswer = Omit<z.output<typeof custodyAcceptRequest>, 'grounds' | 'signature'>

export interface Answer {
  readonly said: SaidAnswer
  readonly signature?: CustodySignature | undefined
  readonly origin: string | null
}

/** Does the reader speak for this side? For an agency that is offered something any of its keepers, for a person they alone. */
function speaksFor(reader: Reader, exhibit: Exhibit, side: StatedParty | null): boolean {
  if (side === null || side.outside) return false
  if (reader.installer) return true
  const own = readerSide(reader, exhibit)
  return side.agency === own.agency && (side.account === null || side.account === own.account)
}

/** What the reader says to an event, as it will be written. Throws `custody_not_offered`, `custody_not_yours`, `not_found`. */
async function stateAnswer(
  context: Context,
  exhibit: Exhibit,
  event: KeptEvent,
  said: SaidAnswer,
): Promise<AnswerStatement> {
  const { reader } = context
  const { told, from, to, sealOut } = event.statement
  if (told !== 'giver' && told !== 'receiver') throw new ProofmarkError('custody_not_offered', { event: said.event })
  const [asker, asked] = told === 'giver' ? [from, to] : [to, from]
  if (!speaksFor(reader, exhibit, said.verdict === 'withdrawn' ? asker : asked))
    throw new ProofmarkError('custody_not_yours', { exhibit: await exhibitCalled(context, exhibit.id) })
  const { verdict, at, zone = null, seal = sealOut, storage = null, condition = null } = said
  if (storage !== null) await needStorage(context, storage)
  return {
    form: 'proofmark-custody-answer-1',
    event: said.event,
    hash: event.hash,
    by: statedOf(readerSide(reader, exhibit))!,
    saidAt: new Date(at).toISOString(),
    ...{ verdict, zone, seal, storage, condition },
  }
}

async function held(context: Context, said: SaidAnswer) {
  needRole(context.reader, CUSTODY_KEEPERS)
  const [exhibit] = await holdExhibits(context, [said.exhibit])
  const chain = await heldChain(context, exhibit!)
  const event = chain.events.find(({ statement }) => statement.event === said.event)
  if (!event) throw new ProofmarkError('custody_not_offered', { event: said.event })
  return { exhibit: exhibit!, event, statement: await stateAnswer(context, exhibit!, event, said) }
}

/** The challenge that a passkey signs for this answer. Throws as `answerHandOver`. */
export async function answerChallenge(context: Context, { said, origin }: Answer) {
  const { statement } = await held(context, said)
  const hash = statementHash(statement)
  return { hash, options: await signatureOptions(context, hash, origin ?? '') }
}

/**
 * Answers what was offered, or agrees with what a receiver said; with the acceptance it changes hands. The same answer again changes nothing. Answers the
 * exhibit. Throws `role_needed`, `not_found`, `label_unreadable`, `custody_not_offered`, `custody_not_yours`, `seal_used`,
 * `passkey_refused`, `custody_moved`.
 */
export async function answerHandOver(context: Context, { said, signature, origin }: Answer): Promise<string> {
  const { client, reader, audit } = context
  const { exhibit, event, statement } = await held(context, said)
  const hash = statementHash(statement)
  if (event.answer !== null) {
    if (event.answer.by === reader.account && event.answer.statement.verdict === statement.verdict) return exhibit.id
    throw new ProofmarkError('custody_not_offered', { event: said.event })
  }
  needCurrentChallenge(signature, hash, exhibit)
  const found = statement.verdict === 'accepted' && statement.seal !== event.statement.sealOut ? statement.seal : null
  if (found !== null) await needSeal(context, found)
  const kept = signature && (await takeSignature(context, hash, { response: signature, origin: origin ?? '' }))
  const { verdict } = statement
  const body = { event: said.event, hash, verdict }
  const entry = await audit({ action: 'custody.answered', subjects: [exhibit.id, said.event], body })
  await client.query(
    `INSERT INTO custody_answer (event_id, exhibit_id, vis, verdict, statement, hash, signature, device_at, entry_id, recorded_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      said.event,
      exhibit.id,
      exhibit.vis,
      verdict,
      JSON.stringify(statement),
      Buffer.from(hash, 'hex'),
      kept ? JSON.stringify(kept) : null,
      said.deviceAt ?? null,
      entry,
      reader.account,
    ],
  )
  if (found !== null) await takeSeal(context, exhibit, found, said.event)
  await keepStanding(context, await heldChain(context, exhibit))
  return exhibit.id
}
