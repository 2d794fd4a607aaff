import type { ChainLink, TracedFirearm, TraceReplyMessage } from '@proofmark/contract/schemas/trace-message'
import type { ChainRole } from '@proofmark/contract/trace-words'
import type { EventKind } from '@proofmark/domain/event-kind'
import { isNaturalPerson } from './names-person.ts'

/** What a link of a chain says, as a row of a source: texts by our standard columns, and the person apart. */
export interface ChainRow {
  readonly key: string
  readonly stated: Readonly<Record<string, string>>
  readonly raw: Readonly<Record<string, string>>
  readonly holder: string | null
}

/** What happened, by the link’s role. */
const EVENTS: Readonly<Record<ChainRole, EventKind>> = {
  manufacturer: 'manufacture',
  exporter: 'export',
  importer: 'import',
  distributor: 'delivery',
  dealer: 'delivery',
  state_stock: 'stocktaking',
  holder: 'transfer',
  thief_unknown: 'theft',
  transit: 'transit',
}

const TURNING = /[\u202A-\u202E\u2066-\u2069\0]/g
/** What turns text round would send the row back, and the whole reply with it: it stands, untouched, in the message alone. */
const plain = (text: string | null, limit: number): string =>
  (text ?? '').replaceAll(TURNING, '').trim().slice(0, limit)

/** A day, or two of them; nothing where only one end is known: a record’s days have both. */
const dayText = ({ from, to }: ChainLink['date'], today: string): string => {
  if (from === null || to === null || from > to || from > today) return ''
  return from === to ? from : `${from}/${to}`
}

const filled = (cells: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== ''))

function statedOf({ serial, make, importer, model, calibre, type, countryOfManufacture }: TracedFirearm) {
  const isNumber = serial.state === 'legible' || serial.state === 'partial'
  return {
    serial: isNumber ? plain(serial.observed, 200) : '',
    serial_state: isNumber ? '' : serial.state,
    make: plain(make, 120),
    importer: plain(importer, 120),
    model: plain(model, 120),
    calibre: plain(calibre, 120),
    type: plain(type, 120),
    country: countryOfManufacture ?? '',
  }
}

function rowOf(link: ChainLink, reply: TraceReplyMessage, firearm: TracedFirearm, today: string): ChainRow {
  const { place, role, name, party, country, date, quantity, document, evidence } = link
  const isPerson = isNaturalPerson(party, role)
  const stated = filled({
    ...statedOf(firearm),
    event: EVENTS[role],
    date: dayText(date, today),
    place: country ?? '',
    ref: plain(document?.number ?? null, 120),
  })
  const raw = filled({
    ...stated,
    role,
    business: isPerson ? '' : plain(name, 200),
    from: date.from ?? '',
    to: date.to ?? '',
    quantity: quantity === null ? '' : String(quantity),
    document: plain(document?.kind ?? null, 120),
    evidence: plain(evidence, 500),
    reply: reply.id,
  })
  return { key: `${reply.request} ${place}`, stated, raw, holder: isPerson ? plain(name, 200) || null : null }
}

/**
 * A reply’s chain as rows of a source, one for each link, about the firearm as it was asked for. A later reply to the same
 * request says its links anew: the same place of the chain is the same record.
 */
export function chainRows(reply: TraceReplyMessage, firearm: TracedFirearm, today: string): ChainRow[] {
  const places = new Map(reply.chain.map((link) => [link.place, link]))
  return [...places.values()].map((link) => rowOf(link, reply, firearm, today))
}

type HandlingCode = 'H0' | 'H1' | 'H2' | 'H3'
const CODES: readonly HandlingCode[] = ['H3', 'H2', 'H1', 'H0']

/**
 * The code under which its records are kept: the strictest that the reply bears. What a partner replies is intelligence
 * until that partner permits its use in court, and so is never below H1 before.
 */
export function handlingOf({ handling, courtUse }: Pick<TraceReplyMessage, 'handling' | 'courtUse'>): HandlingCode {
  const strictest = handling.scheme === 'uk_3x5x2' && handling.codes.includes('C') ? 'H3' : undefined
  const named = strictest ?? CODES.find((code) => handling.codes.includes(code)) ?? 'H0'
  return named === 'H0' && !courtUse.permitted ? 'H1' : named
}
