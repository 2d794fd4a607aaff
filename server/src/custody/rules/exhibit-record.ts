import type { RecoveryExhibit, RecoveryForm } from '@proofmark/contract/schemas/recovery'
import type { RecoveryKind } from '@proofmark/contract/trace-words'
import type { EventKind } from '@proofmark/domain/event-kind'
import type { RowKind } from '@proofmark/domain/row-kind'

type Texts = Readonly<Record<string, string>>

/** What an exhibit says as a record does. */
export interface ExhibitRow {
  readonly rowKind: RowKind
  readonly event: EventKind
  readonly stated: Texts
  readonly notKnown: Texts
  /** As the form has it, without what names anybody. */
  readonly raw: Texts
}

/** What a recovery is called among the events of records. */
export const EVENT_OF: Readonly<Record<RecoveryKind, 'seizure' | 'find' | 'surrender'>> = {
  seized: 'seizure',
  found: 'find',
  surrendered: 'surrender',
}

/** A label for what kind of number it is, as serial fields have it: a proof number is no serial. */
const KIND_WORD = { serial: '', import: 'import no ', proof: 'proof ', property: 'property no ', other: '' } as const

const PART_WORD: Readonly<Partial<Record<RecoveryExhibit['marks'][number]['part'], string>>> = {
  frame: 'frame',
  receiver_upper: 'upper receiver',
  receiver_lower: 'lower receiver',
  slide: 'slide',
  barrel: 'barrel',
  cylinder: 'cylinder',
  bolt_breech: 'bolt',
  silencer: 'silencer',
  magazine: 'magazine',
  trigger_group: 'trigger group',
  stock: 'stock',
}

type Mark = RecoveryExhibit['marks'][number]

/** A further number as a serial field names it; null for one that such a field cannot say. */
function furtherNumber({ part, kind, stated }: Mark): string | null {
  const text = stated?.trim()
  if (!text || kind === 'other') return null
  if (kind !== 'serial') return `${KIND_WORD[kind]}${text}`
  const word = PART_WORD[part]
  return word === undefined ? null : `${word} ${text}`
}

/**
 * The serial field of an exhibit: its serial, or the word for why there is none, and behind it the numbers of other parts
 * with their labels, so that every one of them is read as a mark of its own.
 */
function serialField({ stated, marks }: RecoveryExhibit): string | undefined {
  const further = marks.flatMap((mark) => furtherNumber(mark) ?? [])
  const serial = stated.serial?.trim()
  if (further.length === 0) return serial || undefined
  const first = serial || stated.serial_state?.replaceAll('_', ' ')
  return [...(first ? [first] : []), ...further].join('; ')
}

function rowKindOf({ kind, stated, marks }: RecoveryExhibit): RowKind | null {
  if (kind === 'firearm') return 'firearm'
  if (kind === 'component') return 'component'
  if (kind === 'ammunition') return 'ammunition-lot'
  const marked = Boolean(stated.serial?.trim()) || marks.some((mark) => furtherNumber(mark) !== null)
  return kind === 'magazine' && marked ? 'component' : null
}

function place({ place: { country, locality, description } }: RecoveryForm): string | undefined {
  const said = [locality, country].filter((each) => each?.trim())
  return said.length > 0 ? said.join(', ') : description?.trim().slice(0, 200) || undefined
}

const said = (fields: Readonly<Record<string, string | number | undefined>>): Texts =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) => {
      const text = value === undefined ? '' : String(value).trim()
      return text === '' ? [] : [[field, text] as const]
    }),
  )

/** A lot's number is what stands in the serial's place; its headstamp helps to tell makers apart. */
function lotFields({ kind, ammunition, stated }: RecoveryExhibit) {
  if (kind !== 'ammunition') return {}
  return { make: stated.make?.trim() || ammunition?.maker, serial: stated.serial?.trim() || ammunition?.lot }
}

const partOf = ({ kind, stated, marks }: RecoveryExhibit) => {
  if (stated.part !== undefined) return stated.part
  if (kind === 'magazine') return 'magazine'
  // Where other parts are numbered too, the number without a part is the firearm's.
  return kind === 'firearm' && marks.length > 0 ? 'frame' : undefined
}

/**
 * What an exhibit says as a record: the item as stated, and of its recovery the event, day, place, reference and the
 * first legal justification. Null for goods of which records do not speak.
 */
export function exhibitRow(form: RecoveryForm, exhibit: RecoveryExhibit, recovery: string): ExhibitRow | null {
  const rowKind = rowKindOf(exhibit)
  if (rowKind === null) return null
  const event = EVENT_OF[form.status]
  const { stated } = exhibit
  return {
    rowKind,
    event,
    notKnown: said(exhibit.notKnown),
    stated: said({
      ...stated,
      serial: serialField(exhibit),
      ...lotFields(exhibit),
      part: partOf(exhibit),
      event,
      date: form.date,
      place: place(form),
      ref: form.reference ?? exhibit.number,
      reason: form.justifications[0]?.code.replaceAll('_', ' '),
      quantity: exhibit.count,
    }),
    raw: said({
      // A record is released to others: of a surrender without identity it leads back to nothing.
      recovery: form.anonymous ? undefined : recovery,
      exhibit: exhibit.exhibit,
      kind: exhibit.kind,
      number: exhibit.number,
      condition: exhibit.condition,
      typologies: exhibit.typologies.join(' '),
      description: exhibit.description,
      headstamp: exhibit.ammunition?.headstamp,
      lot: exhibit.ammunition?.lot,
      maker: exhibit.ammunition?.maker,
      marks: exhibit.marks
        .map(({ part, kind, place, stated: text, state }) => [part, kind, place, text, state].filter(Boolean).join(' '))
        .join('; '),
      'not known': Object.entries(exhibit.notKnown)
        .map(([field, reason]) => `${field} ${reason}`)
        .join('; '),
    }),
  }
}
