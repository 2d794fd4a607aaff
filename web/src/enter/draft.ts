import type { EntryField, EntryKind, UnknowableField, UnknownReason } from '@proofmark/contract/entry-fields'
import { saysNoNumber, UNKNOWABLE_FIELDS } from '@proofmark/contract/entry-fields'
import type { PersonRole } from '@proofmark/contract/profile-fields'
import type { EntryHintsRequest, EntryRequest } from '@proofmark/contract/schemas/entry'
import type { EventKind } from '@proofmark/domain/event-kind'
import { shownFields } from './fields.ts'

/** A person in one role; `place` tells two of one entry apart and is never used again. */
export interface PersonDraft {
  readonly place: number
  readonly role: PersonRole | ''
  readonly value: string
}

/**
 * What is written at the desk. A text stays here when its field is said to be unknown, and when the kind of thing leaves
 * its field out: nothing typed is lost by looking at another choice.
 */
export interface EntryDraft {
  readonly source: string
  readonly kind: EntryKind
  readonly event: EventKind | ''
  readonly stated: Readonly<Partial<Record<EntryField, string>>>
  readonly notKnown: Readonly<Partial<Record<UnknowableField, UnknownReason>>>
  readonly persons: readonly PersonDraft[]
}

export const EMPTY_DRAFT: EntryDraft = { source: '', kind: 'firearm', event: '', stated: {}, notKnown: {}, persons: [] }

/** May this field be said to be unknown? */
export function isUnknowable(field: string): field is UnknowableField {
  return (UNKNOWABLE_FIELDS as readonly string[]).includes(field)
}

/** What a draft says: of the fields that are shown, those with a text, and the reasons for which others have none. */
export function saidBy({
  source,
  kind,
  event,
  stated,
  notKnown,
}: EntryDraft): Omit<EntryHintsRequest, 'grounds'> | null {
  if (source === '' || event === '') return null
  const shown = shownFields(kind, event)
  const noNumber = saysNoNumber(stated.serial_state)
  const texts = shown.flatMap((field) => {
    const text = stated[field]?.trim() ?? ''
    const left = text === '' || (isUnknowable(field) && notKnown[field]) || (field === 'serial' && noNumber)
    return left ? [] : [[field, text] as const]
  })
  const reasons = shown.flatMap((field) => (isUnknowable(field) && notKnown[field] ? [[field, notKnown[field]]] : []))
  return { source, kind, event, stated: Object.fromEntries(texts), notKnown: Object.fromEntries(reasons) }
}

/** Is anything written that would be lost? */
export function isBlank({ stated, notKnown, persons }: EntryDraft): boolean {
  const texts = [...Object.values(stated), ...Object.values(notKnown), ...persons.map(({ value }) => value)]
  return texts.every((text) => text.trim() === '')
}

/** The persons of whom something is written. */
export function namedPersons({ persons }: EntryDraft): PersonDraft[] {
  return persons.filter(({ value }) => value.trim() !== '')
}

/** The request that enters a draft under this identifier, or what the draft lacks before anything can be sent. */
export function requestOf(draft: EntryDraft, entry: string): EntryRequest | { readonly lacks: string } {
  const said = saidBy(draft)
  if (said === null) return { lacks: draft.source === '' ? 'source' : 'event' }
  const persons: NonNullable<EntryRequest['persons']> = []
  for (const { place, role, value } of namedPersons(draft)) {
    if (role === '') return { lacks: `role ${place}` }
    persons.push({ field: `person ${place}`, role, value: value.trim() })
  }
  return { ...said, entry, persons }
}

/** What the next entry begins with: the same source, event and kind of thing, and nothing else. */
export function nextDraft({ source, kind, event }: EntryDraft): EntryDraft {
  return { ...EMPTY_DRAFT, source, kind, event }
}
