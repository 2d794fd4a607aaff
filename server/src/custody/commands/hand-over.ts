import { ProofmarkError } from '@proofmark/contract/errors'
import { CUSTODY_KEEPERS } from '@proofmark/contract/route'
import type { CustodySignature } from '@proofmark/contract/schemas/custody'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { findEvent } from '../queries/chain.ts'
import { type Exhibit, holdExhibits } from '../queries/exhibit.ts'
import { statementHash } from '../rules/statement.ts'
import { signatureOptions } from './signature.ts'
import { type SaidHandOver, stateHandOver } from './state-hand-over.ts'
import { widenClass } from './widen-class.ts'
import { heldChain, writeEvent } from './write-event.ts'

export interface HandOver {
  readonly said: SaidHandOver
  readonly signature?: CustodySignature | undefined
  /** Under which address the browser called, for a passkey; null for the shell. */
  readonly origin: string | null
}

/** Was just this sent before? Throws `custody_id_used` where the identifier stands for something else. */
async function wasSaid(context: Context, exhibit: Exhibit, said: SaidHandOver): Promise<boolean> {
  const known = await findEvent(context, said.event)
  if (known === null) return false
  const { purpose, told, saidAt } = known.statement
  const same =
    known.exhibit === exhibit.id &&
    known.by === context.reader.account &&
    purpose === said.purpose &&
    told === said.told &&
    saidAt === new Date(said.at).toISOString()
  if (!same) throw new ProofmarkError('custody_id_used', { id: said.event })
  return true
}

/** The challenge that a passkey signs when this is said next. Throws as `handOver`. */
export async function handOverChallenge(context: Context, { said, origin }: HandOver) {
  needRole(context.reader, CUSTODY_KEEPERS)
  const [exhibit] = await holdExhibits(context, [said.exhibit])
  const { statement } = await stateHandOver(context, await heldChain(context, exhibit!), said)
  const hash = statementHash(statement)
  return { hash, options: await signatureOptions(context, hash, origin ?? '') }
}

/**
 * Says what became of an exhibit: offered to somebody, received, handed over on paper, or moved and sealed anew. What is offered
 * changes hands when it is accepted. The same said again changes nothing; whatever else is said is kept as it was said, with its breaks. Answers
 * the exhibit. Throws `role_needed`, `not_found`, `label_unreadable`, `custody_id_used`, `custody_not_yours`, `custody_refused`,
 * `custody_side_unknown`, `seal_used`, `passkey_refused`, and `custody_moved` where a signature is of an older chain.
 */
export async function handOver(context: Context, { said, signature, origin }: HandOver): Promise<string> {
  needRole(context.reader, CUSTODY_KEEPERS)
  const [exhibit] = await holdExhibits(context, [said.exhibit])
  if (await wasSaid(context, exhibit!, said)) return exhibit!.id
  const held = await heldChain(context, exhibit!)
  const { statement, names } = await stateHandOver(context, held, said)
  needCurrentChallenge(signature, statementHash(statement), exhibit!)
  await writeEvent(context, held, {
    statement,
    names,
    deviceAt: said.deviceAt === undefined ? null : new Date(said.deviceAt),
    signature: signature === undefined ? null : { response: signature, origin: origin ?? '' },
    action: said.told === 'giver' ? 'custody.offered' : 'custody.recorded',
  })
  const receiver = statement.to?.agency ?? null
  if (receiver !== null) await widenClass(context, [exhibit!], receiver)
  return exhibit!.id
}

/** What a browser says that it had signed. */
function challengeIn(signature: CustodySignature): string | null {
  try {
    const said: unknown = JSON.parse(Buffer.from(signature.response.clientDataJSON, 'base64url').toString('utf8'))
    return said !== null && typeof said === 'object' && 'challenge' in said ? String(said.challenge) : null
  } catch {
    return null
  }
}

/** Throws `custody_moved` where something was said of the exhibit after the passkey was asked. */
export function needCurrentChallenge(
  signature: CustodySignature | undefined,
  hash: string,
  { id }: Pick<Exhibit, 'id'>,
) {
  if (signature === undefined) return
  const challenge = challengeIn(signature)
  if (challenge !== null && challenge !== Buffer.from(hash, 'hex').toString('base64url'))
    throw new ProofmarkError('custody_moved', { exhibit: id })
}
