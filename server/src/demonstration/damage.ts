import type { TrueFirearm } from './firearms.ts'
import type { Chances } from './random.ts'

/** A firearm as a clerk wrote it down. */
export type WrittenFirearm = Readonly<
  Record<'serial' | 'make' | 'model' | 'calibre' | 'type' | 'country' | 'year', string>
>

/** Characters that clerks take for each other. */
export const LOOK_ALIKE: Readonly<Record<string, string>> = {
  '0': 'O',
  O: '0',
  '1': 'I',
  I: '1',
  '5': 'S',
  S: '5',
  '8': 'B',
  B: '8',
  '2': 'Z',
  Z: '2',
  '6': 'G',
  G: '6',
}
const NO_NUMBER = ['SUPRIMIDO', 'S/N', 'obliterated', 'non lisible', 'ilegible', '', 'n/c'] as const
const MAKES: Readonly<Record<string, readonly string[]>> = {
  Taurus: ['taurus', 'TAURUS', 'Forjas Taurus', 'tauros'],
  Glock: ['glock', 'GLOCK', 'glok', 'glockg17'],
  Beretta: ['beretta', 'P. Beretta', 'bereta'],
  CZ: ['cz', 'Ceska zbrojovka'],
  'Smith & Wesson': ['S&W', 'smith wesson', 'smithwess'],
  Zastava: ['zastava', 'Crvena Zastava', 'застава'],
  Rossi: ['rossi', 'amadeo rossi'],
  Baikal: ['baikal', 'Байкал', 'izhmash'],
}
const CALIBRES: Readonly<Record<string, readonly string[]>> = {
  '9x19mm': ['9mm', '9 MM', '9mm Luger', '9 Para'],
  '.380 ACP': ['380', '.380', '9 corto'],
  '.38 Special': ['38', '.38', '38 SPL'],
  '.40 S&W': ['.40', '0.4', '. 40'],
  '12': ['12', '12/70', 'cal 12'],
}

function damageSerial(serial: string, chances: Chances): string {
  const place = 1 + chances.below(serial.length - 2)
  const share = chances.next()
  if (share < 0.12) return chances.pick(NO_NUMBER)
  if (share < 0.45) return serial
  if (share < 0.62)
    return [...serial]
      .map((character) => (chances.happens(0.6) ? (LOOK_ALIKE[character] ?? character) : character))
      .join('')
  if (share < 0.72) return `${serial.slice(0, 3)}-${serial.slice(3)}`
  if (share < 0.82) return `${serial.slice(0, place)}?${serial.slice(place + 1)}`
  if (share < 0.92) return `${serial.slice(0, place)}${chances.below(10)}${serial.slice(place + 1)}`
  return serial.slice(3)
}

/** The words that another clerk chose for the same firearm: some right, some missing, some spelt as heard. */
export function writtenDown(firearm: TrueFirearm, chances: Chances): WrittenFirearm {
  const spelt = (words: readonly string[] | undefined, right: string) =>
    chances.happens(0.4) ? right : chances.happens(0.12) ? '' : chances.pick(words ?? [right.toLowerCase()])
  return {
    serial: damageSerial(firearm.serial, chances),
    make: spelt(MAKES[firearm.make], firearm.make),
    model: chances.happens(0.55) ? firearm.model : '',
    calibre: spelt(CALIBRES[firearm.calibre], firearm.calibre),
    type: chances.happens(0.9) ? firearm.type : '',
    country: chances.happens(0.7) ? firearm.country : '',
    year: chances.happens(0.3) ? String(firearm.year) : '',
  }
}

/** As its own register wrote it. */
export const asRegistered = (firearm: TrueFirearm): WrittenFirearm => ({ ...firearm, year: String(firearm.year) })
