import { makeFirearms, type TrueFirearm } from '../../server/src/demonstration/firearms.ts'
import { type Chances, chancesFrom } from '../../server/src/demonstration/random.ts'
import { csvLine } from '../../server/src/records/files/csv-line.ts'

const SEED = 7

/** A register made from a seed: makes by share, numbers in sequence with gaps, as real registers are numbered. */
export function makeRegister(entries: number): TrueFirearm[] {
  return makeFirearms(chancesFrom(SEED), entries)
}

export async function* registerCsv(firearms: readonly TrueFirearm[]): AsyncGenerator<Uint8Array> {
  yield Buffer.from('id,serial,make,model,calibre,type,country,year,date\n')
  let text = ''
  for (const [position, { serial, make, model, calibre, type, country, year }] of firearms.entries()) {
    text += csvLine([`R${position}`, serial, make, model, calibre, type, country, year, String(year)])
    if (text.length < 65_536) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

const LOOK_ALIKE: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '5': 'S', '8': 'B', '2': 'Z', '6': 'G' }

/** The serial with at least one character as a clerk confuses it, where it has one that is confused. */
export function confuse(serial: string, chances: Chances): string {
  const confused = [...serial]
    .map((character) => (chances.happens(0.7) ? (LOOK_ALIKE[character] ?? character) : character))
    .join('')
  return confused === serial ? [...serial].map((character) => LOOK_ALIKE[character] ?? character).join('') : confused
}
