import type { ChainLink, Handling, TraceReplyMessage } from '@proofmark/contract/schemas/trace-message'
import type { ChainRole } from '@proofmark/contract/trace-words'
import type { EventKind } from '@proofmark/domain/event-kind'
import type { LifeRecord } from '../life-record.ts'
import { countryInPlace } from './country-in-place.ts'
import { nextHopOf } from './next-hop.ts'

export type ReplyBody = Omit<TraceReplyMessage, 'form' | 'what' | 'id' | 'request' | 'repliedAt'>

const ROLES: Readonly<Partial<Record<EventKind, ChainRole>>> = {
  manufacture: 'manufacturer',
  export: 'exporter',
  import: 'importer',
  delivery: 'dealer',
  stocktaking: 'state_stock',
  allocation: 'state_stock',
  registration: 'holder',
  transfer: 'holder',
  transit: 'transit',
  theft: 'thief_unknown',
  'loss-or-theft': 'thief_unknown',
}

/** A link of the chain, from a record of the answering agency. Nobody is named: whom a record names is no part of a life. */
function linkOf({ event, date, source, key, place }: LifeRecord, at: number, home: string | null): ChainLink[] {
  const role = ROLES[event]
  if (!role) return []
  const abroad = event === 'export' ? null : countryInPlace(place)
  const evidence = [source.name, key, place].filter((each) => each).join('; ')
  return [
    {
      place: at + 1,
      // What was delivered abroad was imported there.
      role: abroad !== null && abroad !== home && event === 'delivery' ? 'importer' : role,
      name: null,
      country: abroad ?? home,
      date,
      quantity: null,
      document: null,
      evidence: evidence.slice(0, 500),
    },
  ]
}

interface DraftReply {
  /** Of the answering agency’s own records, in order. */
  readonly records: readonly LifeRecord[]
  readonly home: string
  readonly replier: TraceReplyMessage['replier']
  readonly handling: Handling
  /** Others keep records that may say more. */
  readonly elsewhere: boolean
}

/**
 * The draft of an answer: what the records of the answering agency tell of the line of supply. It is partial until an
 * officer says otherwise, and negative only where nobody whose records the officer sees keeps any. Where it was exported,
 * the state that has it is named to be asked next.
 */
export function draftReply({ records, home, replier, handling, elsewhere }: DraftReply): ReplyBody {
  const chain = records
    .flatMap((record, at) => linkOf(record, at, home))
    .map((link, at) => ({ ...link, place: at + 1 }))
  const stolen = records.find(({ event }) => event === 'theft' || event === 'loss-or-theft')
  const nothing = chain.length === 0 && !elsewhere
  const next = nextHopOf(records, home)
  return {
    replier,
    kind: nothing ? 'negative' : 'partial',
    reason: null,
    reasonText: null,
    outcome: nothing ? 'no_record' : stolen ? 'stolen_reported' : next ? 'to_export' : null,
    chain,
    lastLawfulHolder: null,
    diversion: null,
    next,
    handling,
    courtUse: { permitted: false, on: null, by: null },
  }
}
