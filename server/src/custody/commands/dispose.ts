import { createHash } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import { EXHIBIT_MANAGERS } from '@proofmark/contract/route'
import type { disposalOpenRequest, disposalSignRequest } from '@proofmark/contract/schemas/custody-storage'
import { canonicalJson } from '@proofmark/proofs/canonical'
import { commit } from '@proofmark/proofs/commitment'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { keyedHash } from '../../records/rules/keyed-hash.ts'
import { needOwner } from '../policy/exhibit-owner.ts'
import { clearanceOf } from '../queries/clearance.ts'
import { type Disposal, needDisposal } from '../queries/disposal.ts'
import { endFactsOf } from '../queries/end-facts.ts'
import { type Exhibit, holdExhibits } from '../queries/exhibit.ts'
import { derivedId } from '../rules/derived-id.ts'
import { obstaclesTo } from '../rules/may-follow.ts'
import { needAgency, ownVis } from './add-storage.ts'
import { needCurrentChallenge } from './hand-over.ts'
import { statedOf } from './parties.ts'
import { recordDestruction } from './record-destruction.ts'
import { takeSignature } from './signature.ts'
import { blankStatement, commitmentOf, type HeldChain, heldChain, writeEvent } from './write-event.ts'

export type DisposalOpened = Omit<z.output<typeof disposalOpenRequest>, 'grounds'>
export type DisposalSigned = Omit<z.output<typeof disposalSignRequest>, 'grounds'> & { readonly origin: string | null }

/** What both people sign: the list, the place and a commitment to the witness. */
const hashOf = (disposal: string, place: string, exhibits: readonly string[], witness: string): string =>
  createHash('sha256')
    .update(canonicalJson({ form: 'proofmark-disposal-1', disposal, place, exhibits: [...exhibits].sort(), witness }))
    .digest('hex')

/**
 * Opens a campaign of destruction for exhibits of the reader's agency. What speaks against the end of one is shown, and refused when it is signed.
 * The same again changes nothing. Throws `role_needed`, `role_needs_agency`, `not_found`, `label_unreadable`,
 * `not_your_agency`, `custody_id_used`.
 */
export async function openDisposal(context: Context, said: DisposalOpened): Promise<string> {
  const { client, reader, recordSecret, now, audit } = context
  needRole(reader, EXHIBIT_MANAGERS)
  const { id, name, place, witness } = said
  const exhibits = await holdExhibits(context, said.exhibits)
  for (const exhibit of exhibits) await needOwner(context, exhibit)
  const agency = reader.installer ? exhibits[0]!.agency : needAgency(reader)
  const vis = await ownVis(context, agency)
  const salt = keyedHash(recordSecret, `disposal witness\0${id}`)
  const list = exhibits.map((exhibit) => exhibit.id)
  const hash = hashOf(id, place, list, commit(salt, { witness }))
  const made = await client.query(
    `INSERT INTO disposal (id, agency_id, vis, name, place, hash, opened_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (id) DO NOTHING`,
    [id, agency, vis, name, place, Buffer.from(hash, 'hex'), reader.account],
  )
  if (made.rowCount === 0) {
    const known = await client.query<{ hash: Buffer }>('SELECT hash FROM disposal WHERE id = $1', [id])
    if (known.rows[0]?.hash.toString('hex') !== hash) throw new ProofmarkError('custody_id_used', { id })
    return id
  }
  await client.query(
    'INSERT INTO disposal_witness (disposal_id, vis, name, salt, review_on) VALUES ($1, $2, $3, $4, $5)',
    [id, vis, witness, salt, `${now.getUTCFullYear() + 10}-01-01`],
  )
  await client.query(
    'INSERT INTO disposal_exhibit (disposal_id, exhibit_id, vis) SELECT $1, exhibit, $3 FROM unnest($2::uuid[]) AS exhibit',
    [id, list, vis],
  )
  await audit({ action: 'custody.disposal_opened', subjects: [id, ...list], body: { name, hash } })
  return id
}

/** Throws `disposal_refused`, naming each exhibit whose end something speaks against, and what. */
async function needClear(context: Context, chains: readonly HeldChain[]): Promise<Map<string, string>> {
  const orders = new Map<string, string>()
  const refused: { readonly exhibit: string; readonly why: readonly string[] }[] = []
  for (const { exhibit, judged } of chains) {
    const facts = await endFactsOf(context, exhibit, { judged, purpose: 'destroy' })
    const why = obstaclesTo('destroy', facts)
    if (why.length > 0) refused.push({ exhibit: exhibit.id, why })
    const order = facts.orders.find(({ kind, until }) => kind === 'destroy' && (until === null || until >= facts.today))
    if (order) orders.set(exhibit.id, order.id)
  }
  if (refused.length > 0)
    throw new ProofmarkError('disposal_refused', {
      exhibits: refused.map(({ exhibit }) => exhibit).join(', '),
      obstacles: [...new Set(refused.flatMap(({ why }) => why))].join(', '),
    })
  return orders
}

async function destroy(
  context: Context,
  {
    disposal,
    held,
    order,
    at,
  }: {
    readonly disposal: Disposal
    readonly held: HeldChain
    readonly order: string
    readonly at: string
  },
): Promise<void> {
  const event = derivedId(disposal.id, held.exhibit.id)
  const names = disposal.witness === null ? {} : { witness: disposal.witness }
  await writeEvent(context, held, {
    statement: {
      ...blankStatement(held, event),
      told: 'keeper',
      purpose: 'destroy',
      from: statedOf(held.judged.custodian),
      to: null,
      saidAt: new Date(at).toISOString(),
      place: disposal.place,
      ...{ order, others: [disposal.id], sealOut: null, resealed: 'destroy', witnessed: true },
      outside: commitmentOf(context, event, names),
    },
    names,
    deviceAt: null,
    signature: null,
    action: 'custody.recorded',
  })
}

/** A campaign whose turn is taken, with the chains of its exhibits and the orders that let them be destroyed. */
export interface Signable {
  readonly disposal: Disposal
  readonly exhibits: readonly Exhibit[]
  readonly chains: readonly HeldChain[]
  readonly orders: ReadonlyMap<string, string>
}

/**
 * Takes the turn to sign a campaign, once nothing speaks against it but, perhaps, what others wait for; of one that two have signed no exhibit
 * is looked at. Throws `not_found`, `not_your_agency`, `signature_own`, `disposal_over` where it was given up, `disposal_refused`.
 */
export async function holdSignable(context: Context, id: string): Promise<Signable> {
  const { client, reader } = context
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`disposal ${id}`])
  const disposal = await needDisposal(context, id)
  if (disposal.withdrawn) throw new ProofmarkError('disposal_over', { at: disposal.withdrawn.at.toISOString() })
  if (disposal.signatures.length === 2) return { disposal, exhibits: [], chains: [], orders: new Map() }
  if (disposal.signatures.some(({ account }) => account === reader.account)) throw new ProofmarkError('signature_own')
  const exhibits = await holdExhibits(context, disposal.exhibits)
  for (const exhibit of exhibits) await needOwner(context, exhibit)
  const chains: HeldChain[] = []
  for (const exhibit of exhibits) chains.push(await heldChain(context, exhibit))
  return { disposal, exhibits, chains, orders: await needClear(context, chains) }
}

/** Throws `disposal_refused` unless clearance was given a moment ago for every exhibit. */
async function needCleared(context: Context, { id, exhibits }: Disposal): Promise<void> {
  const clearance = await clearanceOf(context, id)
  const held = exhibits.filter((exhibit) => !clearance?.fresh || clearance.handles.get(exhibit) !== null)
  if (held.length > 0)
    throw new ProofmarkError('disposal_refused', { exhibits: held.join(', '), obstacles: 'not_cleared' })
}

/**
 * Signs a campaign. The second signature, which is never of the person who gave the first, carries it out: each exhibit is destroyed on record,
 * where nothing speaks against it and clearance was given, and a record of that is made. Throws `role_needed`, `not_found`,
 * `not_your_agency`, `signature_own`, `disposal_over` where it was given up, `disposal_refused`, `passkey_refused`.
 */
export async function signDisposal(context: Context, said: DisposalSigned): Promise<string> {
  const { client, reader, audit } = context
  needRole(reader, EXHIBIT_MANAGERS)
  const { disposal, exhibits, chains, orders } = await holdSignable(context, said.disposal)
  const { id, hash, vis, signatures } = disposal
  if (signatures.length === 2) return id
  await needCleared(context, disposal)
  needCurrentChallenge(said.signature, hash, { id })
  const kept =
    said.signature && (await takeSignature(context, hash, { response: said.signature, origin: said.origin ?? '' }))
  const number = signatures.length + 1
  const entry = await audit({ action: 'custody.disposal_signed', subjects: [id], body: { number, hash } })
  await client.query(
    `INSERT INTO disposal_signature (disposal_id, number, vis, signed_by, signature, entry_id) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, number, vis, reader.account, kept ? JSON.stringify(kept) : null, entry],
  )
  if (number === 1) return id
  for (const held of chains)
    await destroy(context, { disposal, held, order: orders.get(held.exhibit.id)!, at: said.at })
  await recordDestruction(context, exhibits, said.at)
  return id
}
