import { LONGEST_EPOCH_DAYS } from '@proofmark/contract/private-words'
import { lookUpRefusal, type Publication, publicationList } from '@proofmark/contract/schemas/private-look-up'
import { toHex } from '@proofmark/proofs/bytes'
import { ProofError } from '@proofmark/proofs/errors'
import { type Filter, MOST_FILTER_BYTES, parseFilter } from '@proofmark/proofs/private/filter'
import type { Run } from '../../../access/context.ts'
import { type ReceivedFilter, recordReceived } from '../commands/record-received.ts'
import { AnswerRefused, LOOK_UP_PATHS, type LookUpPeer } from '../peer/look-up-peer.ts'
import { receivedHashes } from '../queries/received.ts'
import { frameOf, readFrame } from '../rules/frame.ts'

const LIST_LIMIT = 262_144
/** Of all filters that one partner publishes at a time. */
const MOST_BYTES = 256 * 1_024 * 1_024
const DAY_MS = 24 * 60 * 60 * 1_000

export interface Fetcher {
  readonly run: Run
  readonly peer: LookUpPeer
}

/** What a partner publishes to `asker`, as it says. Throws `PeerAway` and `AnswerRefused`. */
async function publicationsOf(peer: LookUpPeer, partner: string): Promise<readonly Publication[]> {
  const bytes = await peer(partner, LOOK_UP_PATHS.publications, frameOf({}), LIST_LIMIT)
  const list = readFrame(bytes, publicationList, LIST_LIMIT)
  if (!list) throw new AnswerRefused('The list of publications is not of its form.')
  for (const { begins, ends } of list.publications)
    if (Date.parse(ends) - Date.parse(begins) > LONGEST_EPOCH_DAYS * DAY_MS)
      throw new AnswerRefused('An epoch is longer than thirty days.')
  const bytesOf = ({ filters }: Publication) => filters.reduce((sum, { bytes: each }) => sum + each, 0)
  if (list.publications.reduce((sum, each) => sum + bytesOf(each), 0) > MOST_BYTES)
    throw new AnswerRefused('More is published than is taken.')
  return list.publications
}

type Listed = Publication['filters'][number]

/** Is the filter the one that was listed: of this partner, for us, of that class, kind, epoch and number? */
function isListed(filter: Filter, partner: string, asker: string, of: Publication, listed: Listed): boolean {
  const { hash, holder, dataClass, kind, epoch, number } = filter
  const isOurs = holder === partner && filter.partner === asker
  return (
    isOurs &&
    hash === listed.hash &&
    dataClass === of.dataClass &&
    epoch === of.epoch &&
    kind === listed.kind &&
    number === listed.number
  )
}

async function fetchOne(peer: LookUpPeer, partner: string, asker: string, of: Publication, listed: Listed) {
  const limit = Math.min(MOST_FILTER_BYTES, listed.bytes)
  const content = await peer(partner, LOOK_UP_PATHS.filter, frameOf({ hash: listed.hash }), limit + 1_024)
  if (readFrame(content, lookUpRefusal, 1_024)) return null
  try {
    const filter = parseFilter(content)
    if (!isListed(filter, partner, asker, of, listed))
      throw new AnswerRefused('The filter is another than the one that was listed.')
    return { filter, content }
  } catch (failure) {
    if (failure instanceof ProofError) throw new AnswerRefused('The filter is not of its form.', failure)
    throw failure
  }
}

/** Filters of one epoch and kind must be under one key: what was added elsewhere is no addition. */
function requireOneKey(received: readonly ReceivedFilter[]): void {
  const keys = new Map<string, string>()
  for (const { filter } of received) {
    const of = [filter.dataClass, filter.epoch, filter.kind].join(' ')
    const key = toHex(filter.publicKey)
    if ((keys.get(of) ?? key) !== key) throw new AnswerRefused('Filters of one epoch are under different keys.')
    keys.set(of, key)
  }
}

/**
 * Fetches what a partner publishes to us and is not here yet, verifies each filter against what was listed, and keeps it.
 * Throws `PeerAway`, and `AnswerRefused` where anything of it is not as it should be; then nothing is kept.
 */
export async function fetchFilters({ run, peer }: Fetcher, partner: string, asker: string): Promise<number> {
  const publications = await publicationsOf(peer, partner)
  const here = await run((context) => receivedHashes(context, partner, asker))
  const received: ReceivedFilter[] = []
  for (const of of publications)
    for (const listed of of.filters) {
      if (here.has(listed.hash)) continue
      const fetched = await fetchOne(peer, partner, asker, of, listed)
      if (fetched) received.push(fetched)
    }
  requireOneKey(received)
  await run((context) => recordReceived(context, { partner, asker }, publications, received))
  return received.length
}
