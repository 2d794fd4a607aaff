import type { PersonRole, ProfileField } from '@proofmark/contract/profile-fields'
import { foldTokens } from '@proofmark/domain/fold'
import {
  DETAIL_WORDS,
  FIELD_WORDS,
  FILLER_WORDS,
  FIREARM_WORDS,
  IDENTITY_WORDS,
  KEY_WORDS,
  NAME_WORDS,
  ROLE_WORDS,
} from './heading-words.ts'

/** What the words of a heading say of its column. */
export interface HeadingRead {
  /** By field, how much of the heading says so: 1 where all of it does. */
  readonly fields: ReadonlyMap<ProfileField, number>
  readonly key: boolean
  /** The person it speaks of; `role` is null where the words do not say which. */
  readonly person: { readonly role: PersonRole | null; readonly identifies: boolean } | null
}

type Tokens = readonly string[]

/** The Arabic article is written together with its word. */
const withoutArticle = (token: string) => (token.startsWith('ال') && token.length > 4 ? token.slice(2) : token)

const tokensOf = (text: string): Tokens => foldTokens(text.replace(/['’]/gu, ' ')).map(withoutArticle)

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split('|').flatMap(tokensOf))
const fillers = wordSet(FILLER_WORDS)
const firearms = wordSet(FIREARM_WORDS)

const meaningful = (tokens: Tokens): Tokens => tokens.filter((token) => !fillers.has(token))

function phrasesOf(words: string | undefined): readonly Tokens[] {
  if (words === undefined) return []
  return words
    .split('|')
    .map((phrase) => meaningful(tokensOf(phrase)))
    .filter((phrase) => phrase.length > 0)
}

const fieldPhrases = Object.entries(FIELD_WORDS).map(([field, { anywhere, alone, ofThing }]) => ({
  field: field as ProfileField,
  anywhere: phrasesOf(anywhere),
  alone: phrasesOf(alone),
  ofThing: phrasesOf(ofThing),
}))
const rolePhrases = Object.entries(ROLE_WORDS).map(([role, words]) => ({
  role: role as PersonRole,
  phrases: phrasesOf(words),
}))
const keyPhrases = phrasesOf(KEY_WORDS)
const identityPhrases = phrasesOf(IDENTITY_WORDS)
const detailPhrases = phrasesOf(DETAIL_WORDS)
const namePhrases = phrasesOf(NAME_WORDS)

const startsAt = (tokens: Tokens, phrase: Tokens, place: number) =>
  phrase.every((token, position) => tokens[place + position] === token)
const stands = (tokens: Tokens, phrase: Tokens) => tokens.some((_, place) => startsAt(tokens, phrase, place))
const isWhole = (tokens: Tokens, phrase: Tokens) => tokens.length === phrase.length && startsAt(tokens, phrase, 0)

const anyStands = (tokens: Tokens, phrases: readonly Tokens[]) => phrases.some((phrase) => stands(tokens, phrase))

/** `NumeroArma2` is three words. */
const apart = (heading: string) => heading.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/(\p{L})(\p{Nd})/gu, '$1 $2')

function longestShare(tokens: Tokens, phrases: readonly Tokens[]): number {
  const found = phrases.filter((phrase) => stands(tokens, phrase)).map((phrase) => phrase.length)
  return Math.max(0, ...found) / Math.max(1, tokens.length)
}

/** A bare word for the thing says what kind of thing it is: *weapon*, *description of the firearm*. */
const BARE_THING = 0.5

function readFields(all: Tokens): Map<ProfileField, number> {
  const tokens = meaningful(all)
  const rest = tokens.filter((token) => !firearms.has(token))
  const ofThing = rest.length < tokens.length
  const fields = new Map<ProfileField, number>()
  for (const { field, anywhere, alone, ofThing: beside } of fieldPhrases) {
    const whole = [...alone, ...anywhere].some((phrase) => isWhole(tokens, phrase) || isWhole(rest, phrase))
    const bare = ofThing && beside.some((phrase) => isWhole(rest, phrase))
    const share = whole || bare ? 1 : Math.max(longestShare(tokens, anywhere), longestShare(rest, anywhere))
    if (share > 0) fields.set(field, share)
  }
  if (rest.length === 0 && ofThing && !fields.has('type')) fields.set('type', BARE_THING)
  return fields
}

function readPerson(tokens: Tokens, namesField: boolean): HeadingRead['person'] {
  const identifies = anyStands(tokens, identityPhrases)
  const role = rolePhrases.find(({ phrases }) => anyStands(tokens, phrases))?.role ?? null
  if (identifies || role !== null || anyStands(tokens, detailPhrases)) return { role, identifies }
  // `model name` is no person's.
  return !namesField && anyStands(tokens, namePhrases) ? { role, identifies } : null
}

/** Reads the words over a column, in the languages of the table. It proposes; a person decides. */
export function readHeading(heading: string): HeadingRead {
  const all = tokensOf(apart(heading))
  const tokens = meaningful(all)
  const fields = readFields(all)
  const person = readPerson(tokens, fields.size > 0)
  return { fields: person ? new Map() : fields, key: keyPhrases.some((phrase) => isWhole(tokens, phrase)), person }
}
