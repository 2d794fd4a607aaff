import { foldKey, isBlank } from './fold.ts'
import { PART_LABELS } from './lexicons/serial-labels.ts'
import { foldedWords } from './lexicons/words.ts'
import { PARTS, type Part } from './marking.ts'

const byWord = new Map<string, Part>()
for (const part of PARTS) {
  byWord.set(foldKey(part), part)
  for (const key of foldedWords(PART_LABELS[part] ?? '')) byWord.set(key, part)
}

/** Reads the part that a source says a number stands on. `unknown` where it does not say or no table knows the word. */
export function readPart(stated: string | null | undefined): Part {
  return isBlank(stated) ? 'unknown' : (byWord.get(foldKey(stated!)) ?? 'unknown')
}
