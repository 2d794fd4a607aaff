import { ProofmarkError } from '@proofmark/contract/errors'
import { CUSTODY_KEEPERS } from '@proofmark/contract/route'
import type { custodyJoinRequest, custodySplitRequest } from '@proofmark/contract/schemas/custody'
import type * as z from 'zod'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { findEvent } from '../queries/chain.ts'
import { endFactsOf } from '../queries/end-facts.ts'
import { type Exhibit, holdExhibits } from '../queries/exhibit.ts'
import { exhibitCalled } from '../queries/exhibit-names.ts'
import { isSameParty } from '../rules/custody-event.ts'
import { derivedId } from '../rules/derived-id.ts'
import { obstaclesTo } from '../rules/may-follow.ts'
import { needCustody, statedOf } from './parties.ts'
import { blankStatement, type HeldChain, heldChain, writeEvent } from './write-event.ts'

export type Split = Omit<z.output<typeof custodySplitRequest>, 'grounds'>
export type Join = Omit<z.output<typeof custodyJoinRequest>, 'grounds'>

async function needDividable(context: Context, held: HeldChain, purpose: 'split' | 'join'): Promise<void> {
  const { exhibit, judged } = held
  await needCustody(context, exhibit, judged)
  const obstacles = obstaclesTo(purpose, await endFactsOf(context, exhibit, { judged, purpose }))
  if (obstacles.length > 0)
    throw new ProofmarkError('custody_refused', {
      exhibit: await exhibitCalled(context, exhibit.id),
      purpose,
      obstacles: obstacles.join(', '),
    })
}

interface MadeExhibit {
  readonly id: string
  readonly like: Exhibit
  readonly kind: 'split' | 'join'
  readonly of: readonly { readonly exhibit: string; readonly pieces: number | null }[]
  readonly record: string | null
}

/** Makes an exhibit of others, of their recovery and in their class. Throws `custody_id_used`. */
async function makeExhibit({ client }: Context, { id, like, kind, of, record }: MadeExhibit): Promise<Exhibit> {
  const made = await client.query(
    `INSERT INTO exhibit (id, recovery_id, agency_id, vis, kind, record_id, split_from)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING`,
    [id, like.recovery, like.agency, like.vis, like.kind, record, kind === 'split' ? like.id : null],
  )
  if (made.rowCount === 0) throw new ProofmarkError('custody_id_used', { id })
  for (const { exhibit, pieces } of of)
    await client.query(
      'INSERT INTO custody_lineage (exhibit_id, of_exhibit_id, vis, kind, pieces) VALUES ($1, $2, $3, $4, $5)',
      [id, exhibit, like.vis, kind, pieces],
    )
  return { ...like, id, record }
}

interface Begun {
  readonly exhibit: Exhibit
  readonly like: HeldChain
  readonly kind: 'split' | 'join'
  readonly seal: string | null
  readonly others: readonly string[]
  readonly said: Pick<Split, 'at' | 'zone' | 'condition'>
}

/** The chain of what was made begins with whoever had what it was made of. */
async function beginChain(context: Context, { exhibit, like, kind, seal, others, said }: Begun): Promise<void> {
  const held = await heldChain(context, exhibit)
  const { custodian, storage } = like.judged
  await writeEvent(context, held, {
    statement: {
      ...blankStatement(held, exhibit.id),
      told: 'begin',
      purpose: kind,
      from: null,
      to: statedOf(custodian),
      saidAt: new Date(said.at).toISOString(),
      zone: said.zone ?? null,
      condition: said.condition ?? null,
      ...{ storage, others, sealIn: null, sealOut: seal },
    },
    names: {},
    deviceAt: null,
    signature: null,
    action: 'custody.begun',
  })
}

interface Divided {
  readonly event: string
  readonly kind: 'split' | 'join'
  readonly others: readonly string[]
  readonly seal: string | null
  readonly said: Pick<Split, 'at' | 'zone' | 'deviceAt' | 'condition'>
}

async function recordDivision(context: Context, held: HeldChain, divided: Divided): Promise<void> {
  const { event, kind, others, seal, said } = divided
  const resealed = seal === held.judged.seal ? null : kind
  await writeEvent(context, held, {
    statement: {
      ...blankStatement(held, event),
      told: 'keeper',
      purpose: kind,
      from: statedOf(held.judged.custodian),
      to: statedOf(held.judged.custodian),
      saidAt: new Date(said.at).toISOString(),
      zone: said.zone ?? null,
      condition: said.condition ?? null,
      storage: held.judged.storage,
      ...{ others, resealed, sealOut: seal },
    },
    names: {},
    deviceAt: said.deviceAt === undefined ? null : new Date(said.deviceAt),
    signature: null,
    action: 'custody.recorded',
  })
}

/**
 * Takes parts off an exhibit: the whole goes on with what is left, and each part begins a chain of its own with the same custodian. The same
 * again changes nothing. Throws `role_needed`, `not_found`, `label_unreadable`, `custody_id_used`, `custody_not_yours`,
 * `custody_refused`, `seal_used`.
 */
export async function splitExhibit(context: Context, split: Split): Promise<string> {
  needRole(context.reader, CUSTODY_KEEPERS)
  const [exhibit] = await holdExhibits(context, [split.exhibit])
  const known = await findEvent(context, split.event)
  if (known) {
    if (known.exhibit === exhibit!.id && known.statement.purpose === 'split') return exhibit!.id
    throw new ProofmarkError('custody_id_used', { id: split.event })
  }
  const held = await heldChain(context, exhibit!)
  await needDividable(context, held, 'split')
  const others = split.parts.map((part) => part.exhibit)
  const seal = split.seal === undefined ? held.judged.seal : split.seal
  await recordDivision(context, held, { event: split.event, kind: 'split', others, seal, said: split })
  for (const { exhibit: id, pieces = null, seal: partSeal = null } of split.parts) {
    const of = [{ exhibit: exhibit!.id, pieces }]
    const part = await makeExhibit(context, { id, like: exhibit!, kind: 'split', of, record: null })
    await beginChain(context, {
      exhibit: part,
      like: held,
      kind: 'split',
      seal: partSeal,
      others: [exhibit!.id],
      said: split,
    })
  }
  return exhibit!.id
}

/**
 * Joins exhibits of one recovery and one custodian into one: their chains end in it, and its own begins there. The same again changes nothing. Throws as
 * `splitExhibit`.
 */
export async function joinExhibits(context: Context, join: Join): Promise<string> {
  const { client, reader } = context
  needRole(reader, CUSTODY_KEEPERS)
  const parts = await holdExhibits(context, join.of)
  const before = await client.query('SELECT FROM custody_lineage WHERE exhibit_id = $1 AND kind = $2', [
    join.exhibit,
    'join',
  ])
  if (before.rowCount) return join.exhibit
  const chains: HeldChain[] = []
  for (const part of parts) chains.push(await heldChain(context, part))
  const [first] = chains
  for (const held of chains) {
    await needDividable(context, held, 'join')
    const apart =
      held.exhibit.recovery !== first!.exhibit.recovery ||
      held.exhibit.vis !== first!.exhibit.vis ||
      !isSameParty(held.judged.custodian!, first!.judged.custodian!)
    if (apart) throw new ProofmarkError('custody_not_yours', { exhibit: await exhibitCalled(context, held.exhibit.id) })
  }
  const firearm = parts.find(({ record }) => record !== null)
  const like = firearm ?? parts[0]!
  const of = parts.map(({ id }) => ({ exhibit: id, pieces: null }))
  const whole = await makeExhibit(context, {
    id: join.exhibit,
    like,
    kind: 'join',
    of,
    record: firearm?.record ?? null,
  })
  for (const [place, held] of chains.entries())
    await recordDivision(context, held, {
      event: place === 0 ? join.event : derivedId(join.event, held.exhibit.id),
      kind: 'join',
      others: [whole.id],
      seal: held.judged.seal,
      said: join,
    })
  const others = parts.map(({ id }) => id)
  await beginChain(context, { exhibit: whole, like: first!, kind: 'join', seal: join.seal ?? null, others, said: join })
  return whole.id
}
