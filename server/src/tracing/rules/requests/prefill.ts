import type { FindingRule } from '@proofmark/contract/life-words'
import type { TraceForm } from '@proofmark/contract/schemas/trace-desk'
import type { Handling, TracedFirearm } from '@proofmark/contract/schemas/trace-message'
import type { IllicitGround } from '@proofmark/contract/trace-words'
import type { ItemRead, ReadWord } from '@proofmark/domain/item'
import { findMake } from '@proofmark/domain/make'
import type { Life } from '../judge-life.ts'
import type { LifeRecord } from '../life-record.ts'
import { countryInPlace } from './country-in-place.ts'
import { fromRecoveryOf, RECOVERED, rulesFound, trusted } from './known-records.ts'

const cut = (text: string | null | undefined, limit: number): string | null => {
  const said = text?.replaceAll('\0', '').trim() ?? ''
  return said === '' ? null : said.slice(0, limit)
}

const nameOf = ({ name, stated, said }: ReadWord): string | null => name ?? (said === 'unread' ? stated : null)

function firstName(records: readonly LifeRecord[], pick: (item: ItemRead) => ReadWord, limit: number): string | null {
  for (const { item } of records) {
    const name = cut(nameOf(pick(item)), limit)
    if (name !== null) return name
  }
  return null
}

function madeIn(records: readonly LifeRecord[]): Pick<TracedFirearm, 'countryOfManufacture' | 'countryUnknownBecause'> {
  const country = records.map(({ item }) => item.country).find(({ code }) => code !== null)
  const isToday = country?.code != null && /^[A-Z]{2}$/.test(country.code)
  return {
    countryOfManufacture: isToday ? country.code : null,
    // A state that no longer exists has a name and no code that a message takes.
    countryUnknownBecause: country && !isToday ? cut(country.name, 500) : null,
  }
}

/**
 * The latest import mark: of a mark that is one by its kind and names a state, else of the importer, where the tables know in
 * which state alone it imports. When it was imported, where a record of an import there says it.
 */
function importMarkOf(records: readonly LifeRecord[]): TracedFirearm['importMark'] {
  const marked = records
    .flatMap(({ item }) => item.marks)
    .filter(({ kind }) => kind === 'import')
    .map(({ stated }) => countryInPlace(stated))
  const importers = records.map(({ item }) => (item.importer.code === null ? null : findMake(item.importer.code)))
  const seats = importers.map((row) =>
    row?.role === 'importer' && row.countries.length === 1 ? row.countries[0]! : null,
  )
  const country = [...marked, ...seats].find((each): each is string => each !== null && /^[A-Z]{2}$/.test(each))
  if (country === undefined) return null
  const imported = records.findLast(({ event, place }) => event === 'import' && countryInPlace(place) === country)
  const year = imported?.date.from?.slice(0, 4)
  return { country, year: year === undefined || year !== imported?.date.to?.slice(0, 4) ? null : Number(year) }
}

const GONE: ReadonlySet<string> = new Set(['obliterated', 'altered', 'never_marked'])

/** The firearm as its records have it; what none says stays null. */
export function tracedFirearmOf(record: string, all: readonly LifeRecord[]): TracedFirearm {
  const records = trusted(record, all)
  const own = records[0]
  const marked = records.find(({ item }) => item.serial.norm !== null || GONE.has(item.serial.state)) ?? own
  const serial = marked?.item.serial
  const others = (own?.item.marks ?? []).slice(1, 41)
  return {
    type: firstName(records, ({ type }) => type, 120),
    action: firstName(records, ({ action }) => action, 120),
    make: firstName(records, ({ make }) => make, 200),
    importer: firstName(records, ({ importer }) => importer, 200),
    model: firstName(records, ({ model }) => model, 200),
    calibre: firstName(records, ({ calibre }) => calibre, 120),
    ...madeIn(records),
    year: records.map(({ item }) => item.year).find((year) => year !== null) ?? null,
    importMark: importMarkOf(records),
    serial: {
      observed: serial?.norm == null ? null : cut(serial.stated, 200),
      state: serial?.state ?? 'not_recorded',
      part: serial?.part ?? 'unknown',
    },
    marks: others.flatMap(({ kind, part, stated, state }) => {
      const observed = cut(stated, 200)
      return observed === null ? [] : [{ kind, part, observed, state, country: null }]
    }),
    alterations: [],
    photographs: [],
  }
}

/** Why it is illicit, as far as its records and what the rules find in them say so; a person confirms it. */
function groundsOf(
  found: Pick<ReadonlyMap<FindingRule, unknown>, 'has'>,
  craft: boolean,
  recovered: LifeRecord | undefined,
): IllicitGround[] {
  const grounds: IllicitGround[] = []
  if (recovered?.event === 'seizure') grounds.push('national_law')
  if (found.has('mark_obliterated') || found.has('never_marked')) grounds.push('unmarked_or_mismarked')
  if (craft || found.has('became_illicit_by_conversion')) grounds.push('unlicensed_manufacture')
  if (found.has('export_without_import')) grounds.push('unlicensed_transfer')
  return grounds
}

const days = ({ from, to }: { readonly from: string | null; readonly to: string | null }): string =>
  from === to ? (from ?? '') : `${from ?? '?'}/${to ?? '?'}`

/** The facts of a recovery in one line, as its record has them: what its officer adds to stands behind it. */
const summaryOf = ({ event, date, place, source, key }: LifeRecord): string =>
  [event, days(date), place, `${source.name} ${key}`]
    .filter((each) => each)
    .join('; ')
    .slice(0, 4_000)

/** A scene to which our own comparisons tie the firearm. */
export interface TiedScene {
  readonly level: 'lead' | 'hit'
  readonly reference: string
  readonly date: string | null
  readonly place: string | null
}

/** A scene in one line. A lead is called a lead: only what two examiners confirmed is a hit (DOMAIN 1.10). */
const sceneLine = ({ level, reference, date, place }: TiedScene): string =>
  [`${level === 'hit' ? 'ballistic hit' : 'ballistic lead, not confirmed'}: ${reference}`, date, place]
    .filter((each) => each)
    .join(', ')

export interface PrefillInput {
  readonly record: string
  readonly records: readonly LifeRecord[]
  readonly life: Pick<Life, 'status' | 'findings'>
  /** What our comparisons tie it to. */
  readonly scenes: readonly TiedScene[]
  readonly home: string | null
  readonly requester: TraceForm['requester']
  readonly addressee: TraceForm['addressee']
  readonly priority: TraceForm['priority']
  readonly urgentBecause: string | null
  readonly intendedUse: TraceForm['intendedUse']
  readonly handling: Handling
}

/** A request as far as the record, its life and finding fill it. */
export function prefill(input: PrefillInput): TraceForm {
  const { record, records, life, scenes, home, requester, addressee, priority, urgentBecause, intendedUse, handling } =
    input
  const known = trusted(record, records)
  const recoveries = known.filter(({ event }) => event in RECOVERED)
  const found = rulesFound(life, known)
  const recovered = fromRecoveryOf(record, known)
  return {
    answerBy: null,
    requester,
    addressee,
    priority,
    urgentBecause,
    intendedUse,
    intendedUseText: null,
    illicitGrounds: groundsOf(found, life.status === 'never-licit' && known.length === records.length, recovered),
    // Of several reports of one recovery any may say it.
    legalJustification: cut(recovered?.reason ?? recoveries.find(({ reason }) => reason !== null)?.reason, 4_000),
    circumstances: {
      kind: recovered ? (RECOVERED[recovered.event] ?? null) : null,
      date: recovered?.date ?? { from: null, to: null },
      country: recovered ? home : null,
      place: cut(recovered?.place, 200),
      summary: cut([...(recovered ? [summaryOf(recovered)] : []), ...scenes.map(sceneLine)].join('\n'), 4_000),
    },
    firearm: tracedFirearmOf(record, records),
    questions: ['full_chain', 'theft'],
    related: [],
    ballisticLead: found.has('ballistic_lead') || scenes.some(({ level }) => level === 'lead'),
    handling,
    attachments: [],
  }
}
