import type { Say } from '@proofmark/contract/messages'
import type { MarkCharacter } from '@proofmark/domain/marking'
import type { Column } from './columns.ts'

/** The script of a letter that is not Latin, where one is: it looks like another and is not. */
export function foreignScript(character: string): 'cyrillic' | 'greek' | 'arabic' | null {
  if (/\p{Script=Cyrillic}/u.test(character)) return 'cyrillic'
  if (/\p{Script=Greek}/u.test(character)) return 'greek'
  return /[\p{Script=Arabic}\u0660-\u0669\u06f0-\u06f9]/u.test(character) ? 'arabic' : null
}

function named(say: Say, character: string): string {
  const script = foreignScript(character)
  return script ? say(`mark.spoken.${script}`, { character }) : character
}

/** One position as it is said aloud: `O doubtful, may be 0, Q, D`. */
export function spokenCharacter(say: Say, { state, alternatives, run }: MarkCharacter): string {
  if (run) return say('mark.spoken.run')
  const [first, ...others] = alternatives.map((character) => named(say, character))
  if (first === undefined || state === 'lost') return say('mark.spoken.lost')
  if (state === 'restored') return say('mark.spoken.restored', { character: first })
  if (others.length === 1) return say('mark.spoken.either', { first, second: others[0] })
  return others.length === 0 ? first : say('mark.spoken.doubtful', { character: first, others: others.join(', ') })
}

/** A whole mark as it is said aloud. */
export function spokenMark(say: Say, characters: readonly MarkCharacter[]): string {
  return characters.map((character) => spokenCharacter(say, character)).join(', ')
}

/** Where two marks laid over each other do not plainly agree, as it is said aloud. */
export function spokenDifferences(say: Say, columns: readonly Column[]): string {
  const said = columns.flatMap(({ query, record, says }, place) => {
    if (says === 'agrees' || says === 'nothing') return []
    const absent = say('mark.spoken.nothing')
    const parameters = {
      place: place + 1,
      query: query ? spokenCharacter(say, query) : absent,
      record: record ? spokenCharacter(say, record) : absent,
    }
    return [say(`mark.spoken.${says}`, parameters)]
  })
  return said.length === 0 ? say('mark.spoken.all_agree') : said.join('; ')
}

/** How a position is called under its cell: a word or two. */
export function wordUnder(say: Say, { state, alternatives, run }: MarkCharacter): string {
  if (run) return say('mark.word.run')
  const [first, ...others] = alternatives
  if (first === undefined || state === 'lost') return say('mark.word.lost')
  if (state === 'restored') return say('mark.word.restored')
  if (others.length === 1) return say('mark.word.either', { first, second: others[0] })
  return others.length === 0 ? say('mark.word.clear') : say('mark.word.doubtful', { others: others.join(' ') })
}
