/** What a text that no table knows may mean, by likeness and by what stands beside it. Nothing is ever applied by itself. */
import { absenceWords } from '../absence.ts'
import { calibreWords } from '../calibre.ts'
import { countryWords } from '../country.ts'
import { foldKey, LONGEST_WORD } from '../fold.ts'
import { FOLLOWING_WORDS } from '../lexicons/not-makes.ts'
import { foldedWords } from '../lexicons/words.ts'
import { findMake, makeWords, notMakeWords } from '../make.ts'
import { makesWithModel, modelKey, modelOf, modelWords } from '../model-table.ts'
import { saidOfAbsence } from '../read-word.ts'
import { typeWords } from '../type.ts'
import { decidedWords, type Meaning, nameIn, type Vocabulary, vocabularyKey } from '../vocabulary.ts'
import { type CodeField, saidWords, type VocabularyField } from '../vocabulary-field.ts'
import type { ContextReason, MeaningContext, Surroundings } from './context.ts'
import { type Likeness, type LikeWord, likeWords } from './like-words.ts'

/** Why a meaning is proposed, as data; the catalogues have the words. */
export type ProposalReason =
  | { readonly reason: Likeness; readonly word: string; readonly rest: string }
  /** The text is the name of a model of this make. */
  | { readonly reason: 'is_model'; readonly word: string }
  /** Records with the text state a model that this make has. */
  | { readonly reason: 'model_of_make'; readonly word: string; readonly share: number }
  /** Records with the text state a country in which this make makes. */
  | { readonly reason: 'country_of_make'; readonly word: string; readonly share: number }
  | { readonly reason: 'others_state'; readonly stated: ContextReason }

export const STRENGTHS = ['strong', 'fair', 'weak'] as const
export type Strength = (typeof STRENGTHS)[number]

/** A meaning that a text may have: a code, or a word for why it names nothing. */
export interface Proposal {
  readonly code: string | null
  readonly said: string | null
  readonly name: string | null
  readonly strength: Strength
  /** The strongest first. */
  readonly reasons: readonly ProposalReason[]
}

export interface AskedText {
  readonly field: VocabularyField
  readonly text: string
  /** For a model: the code of its make. */
  readonly make: string | null
}

/** What is known beside the tables: the agency's own words, what its records state, and what those with the text do. */
export interface ProposalGrounds {
  readonly vocabulary: Vocabulary
  readonly context: MeaningContext | null
  readonly records: readonly Surroundings[]
}

const MOST_PROPOSED = 5
const MOST_REASONS = 4
/** A meaning that nothing in the text speaks for begins so far behind. */
const BITS_WITHOUT_LIKENESS = -13
/** The bits of "none of these". */
const BITS_OF_NONE = -4
/** Names are misspelt more often than the words for none, and there are as many of either. */
const BITS_AGAINST_SAYING = 3
const ENOUGH_CONTEXT = 2.5

const identityOf = (meaning: Meaning) => ('said' in meaning ? `said ${meaning.said}` : `code ${meaning.code}`)

function* codesOf(words: Iterable<readonly [string, string]>): Generator<readonly [string, Meaning]> {
  for (const [word, code] of words) yield [word, { code }]
}

function tableWords(field: CodeField, make: string | null): Iterable<readonly [string, string]> {
  if (field === 'make' || field === 'importer') return makeWords()
  if (field === 'model') return make === null ? [] : modelWords(make)
  if (field === 'calibre') return calibreWords()
  return field === 'type' ? typeWords() : countryWords()
}

/** Words for why nothing is named, with what they say in this field. */
function* saidMeanings(field: VocabularyField): Generator<readonly [string, Meaning]> {
  const allowed = saidWords(field)
  if (field === 'make') for (const [word, said] of notMakeWords()) yield [word, { said }]
  for (const [word, absence] of absenceWords()) {
    const said = allowed.find((each) => each === (field === 'serial' ? absence : saidOfAbsence(absence)))
    if (said !== undefined && word.length >= 5) yield [word, { said }]
  }
}

function* wordsOf(asked: AskedText, vocabulary: Vocabulary): Generator<readonly [string, Meaning]> {
  const { field, make } = asked
  if (field !== 'serial') yield* codesOf(tableWords(field, make))
  yield* decidedWords(vocabulary, field, make)
  yield* saidMeanings(field)
}

const following = foldedWords(FOLLOWING_WORDS)

/** Is what is left of the text understood beside a make: a number, a model of it, or a firm's word, be it cut short? */
const understood = (meaning: Meaning, rest: string) =>
  'code' in meaning &&
  (/^\d+$/.test(rest) ||
    following.some((word) => word.startsWith(rest)) ||
    (rest.length > 1 && modelOf(meaning.code, modelKey(rest)) !== null))

interface Weighed {
  readonly meaning: Meaning
  bits: number
  readonly reasons: { readonly bits: number; readonly reason: ProposalReason }[]
}

class Candidates {
  readonly all = new Map<string, Weighed>()

  of(meaning: Meaning): Weighed {
    const key = identityOf(meaning)
    const known = this.all.get(key)
    if (known) return known
    const made: Weighed = { meaning, bits: BITS_WITHOUT_LIKENESS, reasons: [] }
    this.all.set(key, made)
    return made
  }

  speak(meaning: Meaning, bits: number, reason: ProposalReason): void {
    const weighed = this.of(meaning)
    weighed.bits += bits
    weighed.reasons.push({ bits, reason })
  }
}

function byLikeness(candidates: Candidates, like: readonly LikeWord<Meaning>[]): void {
  for (const { meaning, likeness, word, rest, bits } of like) {
    const weighed = candidates.of(meaning)
    weighed.bits = 'said' in meaning ? bits - BITS_AGAINST_SAYING : bits
    // What is written alike is told before what stands beside it.
    weighed.reasons.push({ bits: 100, reason: { reason: likeness, word, rest } })
  }
}

/** A make is known by its models: those that the text itself names, and those that stand beside it. */
function byModels(candidates: Candidates, { text }: AskedText, records: readonly Surroundings[]): void {
  const key = modelKey(text)
  const own = key.length < SHORTEST_MODEL ? [] : makesWithModel(key)
  for (const make of own)
    candidates.speak({ code: make }, 2 * key.length + weightOfModel(key, own.length), {
      reason: 'is_model',
      word: text,
    })
  const stated = new Map<string, number>()
  for (const { model } of records) if (model !== undefined) stated.set(model, (stated.get(model) ?? 0) + 1)
  for (const [model, times] of stated) {
    const makes = makesWithModel(model)
    const share = times / records.length
    for (const make of makes)
      candidates.speak({ code: make }, share * weightOfModel(model, makes.length), {
        reason: 'model_of_make',
        word: model,
        share,
      })
  }
}

/** Shorter ones are short for anything. */
const SHORTEST_MODEL = 3

/** A number alone names models of many makes that no table lists. */
const weightOfModel = (model: string, makes: number) =>
  Math.max(0, (/^\d+$/.test(model) ? 4 : 4 + Math.min(4, model.length)) - Math.log2(makes))

function byCountry(candidates: Candidates, records: readonly Surroundings[]): void {
  const stated = new Map<string, number>()
  for (const { country } of records) if (country !== undefined) stated.set(country, (stated.get(country) ?? 0) + 1)
  for (const weighed of candidates.all.values()) {
    const { meaning } = weighed
    const countries = 'code' in meaning ? (findMake(meaning.code)?.countries ?? []) : []
    for (const country of countries) {
      const share = (stated.get(country) ?? 0) / records.length
      if (share > 0) candidates.speak(meaning, 2 * share, { reason: 'country_of_make', word: country, share })
    }
  }
}

function byContext(candidates: Candidates, { context, records }: ProposalGrounds, field: VocabularyField): void {
  if (!context || field === 'serial') return
  for (const [code, { bits, reasons }] of context.weigh(records)) {
    if (bits < ENOUGH_CONTEXT && !candidates.all.has(identityOf({ code }))) continue
    const weighed = candidates.of({ code })
    weighed.bits += bits
    for (const stated of reasons)
      weighed.reasons.push({ bits: stated.bits, reason: { reason: 'others_state', stated } })
  }
  for (const weighed of candidates.all.values())
    if ('code' in weighed.meaning) weighed.bits += context.frequency(weighed.meaning.code)
}

function strengthOf(bits: number, share: number): Strength {
  if (share >= 0.85 && bits >= 0) return 'strong'
  return share >= 0.35 ? 'fair' : 'weak'
}

/**
 * The meanings that a text most likely has, at most five, the likeliest first, each with its reasons. Empty where nothing
 * speaks for any, and for what is too long to be a word. A model without a make has none: it is known under a make alone.
 */
export function proposeMeanings(asked: AskedText, grounds: ProposalGrounds): Proposal[] {
  const { field, text, make } = asked
  const key = vocabularyKey(field, text)
  if (key === null || text.length > LONGEST_WORD) return []
  const candidates = new Candidates()
  const words = [...wordsOf(asked, grounds.vocabulary)]
  const ownName = (meaning: Meaning, word: string) =>
    'code' in meaning &&
    field !== 'serial' &&
    foldKey(nameIn(grounds.vocabulary, field, meaning.code, make) ?? '') === word
  byLikeness(
    candidates,
    likeWords(text, key, { words, identity: identityOf, inParts: (meaning) => 'code' in meaning, understood, ownName }),
  )
  const { records } = grounds
  if (field === 'make') byModels(candidates, asked, records)
  byContext(candidates, grounds, field)
  if (field === 'make' && records.length > 0) byCountry(candidates, records)
  const ranked = [...candidates.all.values()].sort(
    (one, other) => other.bits - one.bits || (identityOf(one.meaning) < identityOf(other.meaning) ? -1 : 1),
  )
  const total = ranked.reduce((sum, { bits }) => sum + 2 ** bits, 2 ** BITS_OF_NONE)
  return ranked.slice(0, MOST_PROPOSED).flatMap(({ meaning, bits, reasons }) => {
    const code = 'code' in meaning ? meaning.code : null
    const name = code === null || field === 'serial' ? null : nameIn(grounds.vocabulary, field, code, make)
    if (code !== null && name === null) return []
    return {
      code,
      said: 'said' in meaning ? meaning.said : null,
      name,
      strength: strengthOf(bits, 2 ** bits / total),
      reasons: reasons
        .sort((one, other) => other.bits - one.bits)
        .slice(0, MOST_REASONS)
        .map(({ reason }) => reason),
    }
  })
}
