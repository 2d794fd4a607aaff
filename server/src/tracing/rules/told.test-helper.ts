import type { EventKind } from '@proofmark/domain/event-kind'
import type { StatedItem } from '@proofmark/domain/item'
import { readPartialDate } from '@proofmark/domain/partial-date'
import { readItem } from '@proofmark/domain/read-item'
import type { RowKind } from '@proofmark/domain/row-kind'
import { SOURCE_KINDS, SOURCE_TRAITS, type SourceKind } from '@proofmark/domain/source-kind'
import { judgeLife, type Life } from './judge-life.ts'
import type { Days, LifeFacts, LifeRecord, Link } from './life-record.ts'

const ELSEWHERE: Readonly<Partial<Record<EventKind, SourceKind>>> = {
  theft: 'loss-theft',
  loss: 'loss-theft',
  shooting: 'ballistic',
  import: 'delivery',
  export: 'delivery',
  transit: 'delivery',
  manufacture: 'delivery',
  'online-offer': 'seizure',
  modification: 'examination',
}

const sourceFor = (event: EventKind): SourceKind =>
  ELSEWHERE[event] ?? SOURCE_KINDS.find((kind) => SOURCE_TRAITS[kind].event === event) ?? 'register'

export interface Told extends StatedItem {
  readonly source?: string
  readonly kind?: SourceKind
  readonly key?: string
  readonly entry?: string
  readonly link?: Link
  readonly rowKind?: RowKind
  readonly until?: string
  readonly reported?: string
  readonly place?: string
  readonly reason?: string
}

function days(stated: string | undefined): Days {
  if (stated === undefined || stated === '') return { from: null, to: null }
  const read = readPartialDate(stated)
  if (!read.ok) throw new TypeError(`No date: ${stated}`)
  return read.date
}

const PISTOL: StatedItem = {
  serial: 'TST1001',
  make: 'Glock',
  model: '17',
  calibre: '9x19mm',
  type: 'pistol',
  year: '2001',
}

/** A record as a story tells it: what happened, when (blank: unknown), and whatever else it states. */
export function told(event: EventKind, date: string, more: Told = {}): LifeRecord {
  const {
    source,
    kind = sourceFor(event),
    key,
    entry,
    link = 'self',
    rowKind,
    until,
    reported,
    place,
    reason,
    ...stated
  } = more
  const name = source ?? kind
  const record = `${name}/${key ?? `${event} ${date}`}`
  return {
    record,
    link,
    source: { id: name, name, kind },
    agency: `keeper of ${name}`,
    key: key ?? `${event} ${date}`,
    entry: entry ?? record,
    event,
    rowKind: rowKind ?? SOURCE_TRAITS[kind].row,
    date: days(date),
    until: days(until),
    reported: days(reported),
    place: place ?? null,
    reason: reason ?? null,
    item: readItem({ ...PISTOL, ...stated }),
  }
}

export const lifeOf = (records: readonly LifeRecord[], more: Partial<LifeFacts> = {}): Life =>
  judgeLife({
    records,
    components: [],
    lot: [],
    undecided: [],
    listedTwice: [],
    recoveries: [],
    today: '2026-11-01',
    ...more,
  })

export const rulesOf = ({ findings }: Life): string[] => [...new Set(findings.map(({ rule }) => rule))]

/** The windows of a life as one reads them: `2011-05-01 … 2015-03-02 theft-private probable`. */
export const windowsOf = ({ diversions }: Life): string[] =>
  diversions.map(({ from, to, kind, confidence }) => `${from} … ${to} ${kind} ${confidence}`)

export const kindsOf = (life: Life, at = 0): string[] => life.diversions[at]!.alternatives.map(({ kind }) => kind)

export const finding = (life: Life, rule: string): Life['findings'][number] | undefined =>
  life.findings.find((each) => each.rule === rule)
