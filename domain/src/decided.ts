/** What the tables left unread, as an agency's vocabulary reads it. Everything else passes through untouched. */
import type { ReadWord } from './item.ts'
import { type MakeRead, makeByCode } from './make.ts'
import type { Mark } from './marking.ts'
import { namedWord, saidWord, unreadWord } from './read-word.ts'
import { type TypeRead, typeByCode } from './type.ts'
import { type Meaning, meaningOf, nameIn, type Vocabulary } from './vocabulary.ts'
import {
  type CodeField,
  SAID_OF_MAKES,
  SAID_OF_MARKS,
  type SaidOfWord,
  type VocabularyField,
} from './vocabulary-field.ts'

/** What is no name of the field at all leaves the field as if nothing had been recorded in it. */
const readsAs = (said: SaidOfWord) =>
  said === 'rubbish' || said === 'a_person' || said === 'a_model' ? 'not_recorded' : said

function meaningOfWord(vocabulary: Vocabulary, field: VocabularyField, word: ReadWord, make: string | null) {
  return word.said === 'unread' ? meaningOf(vocabulary, field, word.stated ?? '', make) : null
}

/** A word whose meaning is known, as if a table had known it. The stated text stays. */
function wordOf(
  vocabulary: Vocabulary,
  stated: string,
  field: CodeField,
  meaning: Meaning,
  make: string | null,
): ReadWord {
  if ('said' in meaning) {
    const said = SAID_OF_MAKES.find((each) => each === meaning.said)
    return said === undefined ? unreadWord(stated) : saidWord(stated, readsAs(said))
  }
  const name = nameIn(vocabulary, field, meaning.code, make)
  return name === null ? unreadWord(stated) : namedWord(stated, meaning.code, name)
}

export function decidedWord(
  word: ReadWord,
  field: Exclude<CodeField, 'make' | 'type'>,
  make: string | null,
  vocabulary: Vocabulary,
): ReadWord {
  const meaning = meaningOfWord(vocabulary, field, word, make)
  return meaning === null ? word : wordOf(vocabulary, word.stated ?? '', field, meaning, make)
}

/** An importer that was written as the make becomes the importer here too. */
export function decidedMake(read: MakeRead, vocabulary: Vocabulary): MakeRead {
  const meaning = meaningOfWord(vocabulary, 'make', read.make, null)
  if (meaning === null) return read
  const stated = read.make.stated ?? ''
  const known = 'code' in meaning ? makeByCode(stated, meaning.code) : null
  return known ?? { ...read, make: wordOf(vocabulary, stated, 'make', meaning, null) }
}

/** The type decides the category, and what a bare calibre means. */
export function decidedType(read: TypeRead, vocabulary: Vocabulary): TypeRead {
  const meaning = meaningOfWord(vocabulary, 'type', read.type, null)
  if (meaning === null) return read
  const stated = read.type.stated ?? ''
  if ('code' in meaning) return typeByCode(stated, meaning.code) ?? read
  return { ...read, type: wordOf(vocabulary, stated, 'type', meaning, null) }
}

/** Each text that stood where a number was looked for, as a state of its mark. */
export function decidedMarks(marks: readonly Mark[], vocabulary: Vocabulary): readonly Mark[] {
  if (vocabulary.meanings.size === 0) return marks
  return marks.map((mark) => {
    const meaning = mark.unread ? meaningOf(vocabulary, 'serial', mark.stated, null) : null
    const state = SAID_OF_MARKS.find((each) => meaning !== null && 'said' in meaning && each === meaning.said)
    if (state === undefined) return mark
    const { unread: _, ...read } = mark
    return { ...read, state }
  })
}
