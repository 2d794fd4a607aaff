import { readAbsence } from './absence.ts'
import { foldKey, foldTokens, isBlank, LONGEST_WORD } from './fold.ts'
import type { ReadWord } from './item.ts'
import { makeNamed } from './make.ts'
import { modelKey, modelOf } from './model-table.ts'
import { absentWord, blankWord, namedWord, unreadWord } from './read-word.ts'

/** The make that a model text begins with, and the text behind it: `Glock 17`, `Smith & Wesson Model 10`. */
function makeBefore(stated: string): { readonly code: string; readonly rest: string } | null {
  const tokens = stated.trim().split(/[\s\-/]+/u)
  for (let count = Math.min(tokens.length - 1, 4); count > 0; count--) {
    const row = makeNamed(foldKey(tokens.slice(0, count).join('')))
    if (row) return { code: row.code, rest: tokens.slice(count).join(' ') }
  }
  return null
}

/**
 * Reads a stated model within its make: exact after folding, never by likeness, since `Mark II` and `Mark III` are one
 * character apart. A make's name in front is taken away; where the make is not known, the one named there counts.
 * Without a make, and where the table has no such model, the word is unread.
 */
export function readModel(stated: string | null | undefined, make: string | null): ReadWord {
  if (stated === null || stated === undefined || isBlank(stated)) return blankWord(stated)
  if (stated.length > LONGEST_WORD) return unreadWord(stated)
  const own = make === null ? null : modelOf(make, modelKey(stated))
  if (own) return namedWord(stated, own.code, own.name)
  const before = makeBefore(stated)
  if (before && (make === null || make === before.code)) {
    const model = modelOf(before.code, modelKey(before.rest))
    if (model) return namedWord(stated, model.code, model.name)
  }
  const absence = foldTokens(stated).length === 0 ? 'not_recorded' : readAbsence(stated)
  return absence === null ? unreadWord(stated) : absentWord(stated, absence)
}

/** The model that stood in the make's field (`glockg22`), or null. Nothing is stated in the model's own field. */
export function leakedModel(leaked: string, make: string | null): ReadWord | null {
  if (make === null || leaked === '') return null
  const model = modelOf(make, leaked)
  return model === null ? null : { stated: null, code: model.code, name: model.name, known: true, said: 'named' }
}

/** 0 for the same model, 1 for another: models of different makes are always different. */
export function modelDistance(a: string, b: string): 0 | 1 {
  return a === b ? 0 : 1
}
