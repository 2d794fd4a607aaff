import { CALIBRES, type CalibreRow } from '../../../domain/src/lexicons/calibres.ts'
import type { Chances } from '../../../server/src/demonstration/random.ts'
import { drawerOf, zipf } from './draw.ts'

const rows = new Map(CALIBRES.map((row) => [row.code, row]))

const plainName = ({ name }: CalibreRow) => name.replace(/ \(.*\)$/, '').replace('×', 'x')

/** How the register writes a calibre, by its code. Throws where no table has the code. */
export function registeredCalibre(code: string): string {
  const row = rows.get(code)
  if (!row) throw new Error(`No table has the calibre ${code}.`)
  return plainName(row)
}

/** What a clerk writes who does not say all: the bare number. */
function broadWords({ code, of, kind }: CalibreRow): string[] {
  if (kind === 'bore') return [code.slice('bore_'.length)]
  return (of ?? []).flatMap((broad) => {
    if (broad === '9mm') return ['9mm', '9 mm', '9 MM']
    if (broad === '762' || broad === '765') return [`7.${broad.slice(1)}`, broad]
    return /^\d\d$/.test(broad) ? [broad, `.${broad}`] : []
  })
}

interface Words {
  /** Of the table, the usual ones first. */
  readonly synonyms: readonly string[]
  readonly drawSynonym: (chances: Chances) => number
  readonly broad: readonly string[]
}

const wordsOf = new Map<string, Words>(
  CALIBRES.map((row) => {
    const registered = plainName(row)
    const differs = (word: string) => word !== '' && word.toLowerCase() !== registered.toLowerCase()
    const synonyms = row.words.split('|').filter(differs)
    const drawSynonym = drawerOf(zipf(Math.max(synonyms.length, 1)))
    return [registered, { synonyms, drawSynonym, broad: broadWords(row).filter(differs) }]
  }),
)

/** Another word for a registered calibre: a synonym of the table, or, one time in four, the bare number. */
export function calibreSynonym(registered: string, chances: Chances): string {
  const { synonyms, drawSynonym, broad } = wordsOf.get(registered)!
  const bare = broad.length > 0 && (synonyms.length === 0 || chances.happens(0.25))
  const word = bare ? chances.pick(broad) : synonyms[drawSynonym(chances)]
  if (word === undefined) return registered.toUpperCase()
  return chances.happens(0.4) ? word.toUpperCase() : word
}
