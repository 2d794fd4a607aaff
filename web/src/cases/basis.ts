import type { CaseEntryShown, CaseShown } from '@proofmark/contract/schemas/case'
import type { DocumentShown } from '@proofmark/contract/schemas/case-document'
import type { useLanguage } from '../frame/language.tsx'
import { isHeld } from './held-back.ts'

type Say = ReturnType<typeof useLanguage>['say']

/** Something that a note or a decision may build upon, in the words by which it is told from others. */
export interface Ground {
  readonly id: string
  readonly kind: string
  readonly words: string
  readonly at: string
  /** Its words stay out of what is printed. */
  readonly held: boolean
}

/** As many as an entry may name. */
export const MOST_GROUNDS = 20
const SHOWN_WORDS = 100

const shortly = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= SHOWN_WORDS ? line : `${line.slice(0, SHOWN_WORDS)} …`
}

const ofDocument = ({ document, name, at }: DocumentShown, say: Say): Ground => ({
  id: document,
  kind: say('cases.document'),
  words: name,
  at,
  held: false,
})

function ofEntry(shown: CaseShown, of: CaseEntryShown, say: Say): Ground {
  const { entry, kind, said, struck, at } = of
  const held = isHeld(of, new Date().toISOString().slice(0, 10))
  const item = said?.kind === 'item' ? shown.items.find((each) => each.entry === entry) : undefined
  const text = said?.kind === 'note' || said?.kind === 'decision' ? said.text : null
  const words = struck !== null ? '' : (text ?? item?.label ?? '')
  const called = said?.kind === 'item' ? `case.item.${said.item.kind}` : `case.entry.${kind}`
  return { id: entry, kind: say(called), words: shortly(words), at, held }
}

const NAMED: readonly string[] = ['note', 'decision', 'item']

/**
 * What an entry at this place may build upon, the last first: notes, decisions, items and documents of the case as such; in
 * a compartment also its own. What was withdrawn carries nothing more.
 */
export function groundsAt(shown: CaseShown, compartment: string, say: Say): Ground[] {
  const within = new Set([shown.case, compartment || shown.case])
  const entries = shown.entries
    .filter(({ kind, withdrawn, compartment: of }) => NAMED.includes(kind) && !withdrawn && within.has(of))
    .map((entry) => ofEntry(shown, entry, say))
  const documents = shown.documents
    .filter(({ state, withdrawn, compartment: of }) => state === 'kept' && !withdrawn && within.has(of))
    .map((document) => ofDocument(document, say))
  return [...entries, ...documents].sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
}

/** What an entry builds upon, as far as its reader knows of it; null in place of what was withdrawn and is read no more. */
export function groundsOf(shown: CaseShown, about: readonly string[], say: Say): (Ground | null)[] {
  return about.map((id) => {
    const entry = shown.entries.find((each) => each.entry === id)
    const document = shown.documents.find((each) => each.document === id)
    if (entry?.withdrawn || document?.withdrawn) return null
    return entry ? ofEntry(shown, entry, say) : document ? ofDocument(document, say) : null
  })
}

/** Of what was chosen, that which an entry at this place may build upon. */
export function stillThere(shown: CaseShown, compartment: string, chosen: readonly string[], say: Say): string[] {
  const there = new Set(groundsAt(shown, compartment, say).map(({ id }) => id))
  return chosen.filter((id) => there.has(id))
}
