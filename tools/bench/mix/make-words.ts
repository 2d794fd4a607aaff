import { foldKey } from '../../../domain/src/fold.ts'
import { MAKES } from '../../../domain/src/make.ts'
import type { Chances } from '../../../server/src/demonstration/random.ts'
import { repeated } from './draw.ts'
import { keystroke } from './keystroke.ts'
import { drawMake, mixMakeNamed } from './makes.ts'

/** By folded word, the code of the make that it names. */
const meant = new Map<string, string>()
for (const { code, name, words, misspelt } of MAKES) {
  for (const word of [name, ...words.split('|'), ...misspelt.split('|')]) {
    const key = foldKey(word)
    if (key !== '' && !meant.has(key)) meant.set(key, code)
  }
}

const codeOf = (registered: string) => mixMakeNamed(registered).row.code
const titled = (text: string) => text.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())

/** A name that the table of makes has beside the registered one, in the case of one clerk or another. */
export function makeAlias(registered: string, chances: Chances): string {
  const { row } = mixMakeNamed(registered)
  const words = row.words.split('|').filter((word) => meant.get(foldKey(word)) === row.code && word !== registered)
  const word = chances.pick(words.length > 0 ? words : [registered.toLowerCase()])
  const cased = chances.pick([word, titled(word), word.toUpperCase()])
  return cased === registered ? registered.toLowerCase() : cased
}

/** One or two keystrokes from the registered name, and no word for another make. */
export function misspeltMake(registered: string, chances: Chances): string {
  const code = codeOf(registered)
  const attempt = (attempted: Chances) => {
    const once = keystroke(registered, attempted)
    const written = registered.length > 4 && attempted.happens(0.25) ? keystroke(once, attempted) : once
    const key = foldKey(written)
    const other = meant.get(key)
    const misspelt = key !== foldKey(registered) && key.length > 1 && (other === undefined || other === code)
    return misspelt ? written : null
  }
  const written = repeated(attempt, chances)!
  return chances.happens(0.5) ? written.toUpperCase() : written
}

/** The registered name of another make, by Zipf's law. */
export function wrongMake(registered: string, chances: Chances): string {
  const attempt = (attempted: Chances) => {
    const { name } = drawMake(attempted)
    return name === registered ? null : name
  }
  return repeated(attempt, chances)!
}
