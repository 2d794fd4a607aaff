import { ProofmarkError } from '@proofmark/contract/errors'
import { LOOK_UP_KINDS, type LookUpKind } from '@proofmark/contract/private-words'
import type { PublishRequest } from '@proofmark/contract/schemas/private-look-up'
import { type FilterHead, filterHash } from '@proofmark/proofs/private/filter'
import type { Run } from '../../../access/context.ts'
import { type Prepared, preparePublication } from '../commands/prepare-publication.ts'
import { type BuiltFilter, recordEpoch, recordPublication } from '../commands/record-publication.ts'
import type { PrivateKeys } from '../keys/private-keys.ts'
import type { LookedUpMark } from '../rules/tokens-of-mark.ts'
import { publishedTokens } from '../rules/tokens-of-mark.ts'

/** Tokens that are evaluated at a time: partners’ questions are answered in between. */
const AT_ONCE = 500

export interface Publication {
  readonly epoch: string
  readonly ends: string
  readonly filters: readonly {
    readonly kind: LookUpKind
    readonly number: number
    readonly hash: string
    readonly bytes: number
  }[]
}

export interface Publisher {
  readonly run: Run
  readonly keys: PrivateKeys
  /** The name by which partners know the node. */
  readonly node: string
}

/** Each token once, by kind. */
function tokensOf(marks: readonly LookedUpMark[], kind: LookUpKind): Uint8Array[] {
  const known = new Map<string, Uint8Array>()
  for (const mark of marks)
    for (const token of publishedTokens(mark)[kind]) known.set(Buffer.from(token).toString('latin1'), token)
  return [...known.values()]
}

/** A key that was destroyed while it was needed: somebody stopped the partner, or the epoch ended. */
const stopped = ({ channel }: Prepared) =>
  new ProofmarkError('private_stopped', { partner: channel.partner, class: channel.dataClass })

async function buildOne({ keys }: Publisher, prepared: Prepared, kind: LookUpKind): Promise<BuiltFilter> {
  const { channel, fresh, current, number, marks } = prepared
  const epoch = (current ?? fresh).name
  const name = { ...channel, kind, epoch }
  const publicKey = await keys.open(name, (current ?? fresh).ends)
  const tokens = tokensOf(marks, kind)
  const parts: Uint8Array[] = []
  for (let at = 0; at < tokens.length; at += AT_ONCE) {
    const outputs = await keys.outputs(name, tokens.slice(at, at + AT_ONCE))
    if (outputs === null) throw stopped(prepared)
    parts.push(outputs)
  }
  const head: FilterHead = { ...channel, kind, epoch, number, publicKey }
  const content = await keys.build(name, head, Buffer.concat(parts))
  if (content === null) throw stopped(prepared)
  return { kind, number, hash: filterHash(content), publicKey, content }
}

/**
 * Publishes to a partner what it may ask about: under new keys where no epoch is under way, else what was added since.
 * The filters are built outside of any transaction and published together.
 */
export async function publish(publisher: Publisher, request: PublishRequest): Promise<Publication> {
  const prepared = await publisher.run((context) => preparePublication(context, publisher.node, request))
  const built: BuiltFilter[] = []
  for (const kind of LOOK_UP_KINDS) built.push(await buildOne(publisher, prepared, kind))
  const { channel, current, fresh, upTo } = prepared
  await publisher.run(async (context) => {
    const id = current?.id ?? (await recordEpoch(context, channel, fresh))
    await recordPublication(context, channel, { id, name: (current ?? fresh).name }, built, upTo)
  })
  return {
    epoch: (current ?? fresh).name,
    ends: (current ?? fresh).ends.toISOString(),
    filters: built.map(({ kind, number, hash, content }) => ({ kind, number, hash, bytes: content.length })),
  }
}
