import { countryName } from '@proofmark/contract/country-names'
import type { Item } from '@proofmark/contract/schemas/item'
import type { ReactNode } from 'react'
import type { Language } from '../frame/language.tsx'
import { Identifier } from './Identifier.tsx'

type Word = Item['make']

/** A word as read, else as stated in quotation marks; null where the source says nothing. */
export function wordShown({ say }: Language, word: Word): string | null {
  if (word.name !== null) return word.name
  return word.stated ? say('common.stated', { stated: word.stated }) : null
}

/** A type in the reader's language. */
export function typeShown(language: Language, type: Word): string | null {
  return type.code === null ? wordShown(language, type) : language.say(`word.type.${type.code}`)
}

/** A country by its name in the reader's language; codes of no state, former ones among them, by the name that was read. */
export function countryShown(language: Language, country: Word): string | null {
  const { code } = country
  return (code === null ? null : countryName(code, language.locale)) ?? wordShown(language, country)
}

/** What an item is called: make and model, isolated, since they are names in Latin letters. */
export function itemName(language: Language, { make, model }: Pick<Item, 'make' | 'model'>): ReactNode {
  const names = [wordShown(language, make), wordShown(language, model)].filter((name) => name !== null)
  if (names.length === 0) return language.say('common.make_unknown')
  return <bdi>{names.join(' ')}</bdi>
}

/** Type, calibre, country and year, as far as they are known. */
export function itemFacts(language: Language, item: Item): ReactNode[] {
  const calibre = wordShown(language, item.calibre)
  return [
    typeShown(language, item.type),
    calibre && <Identifier key="calibre">{calibre}</Identifier>,
    countryShown(language, item.country),
    item.year && <Identifier key="year">{yearShown(item.year)}</Identifier>,
  ]
}

/** A year, or the span of years that it lies in. */
export function yearShown({ from, to }: NonNullable<Item['year']>): string {
  return from === to ? String(from) : `${from}–${to}`
}
