import { LOOK_ALIKE, writtenDown } from '../damage.ts'
import type { TrueFirearm } from '../firearms.ts'
import type { Chances } from '../random.ts'

/** In the first four characters, which neighbours of a consignment share: so that no other firearm is described. */
const PREFIX = 4

const confused = (serial: string) =>
  [...serial].map((character, place) => (place < 1 ? character : (LOOK_ALIKE[character] ?? character))).join('')

function wornSerial(serial: string, chances: Chances): string {
  const place = 1 + chances.below(PREFIX - 1)
  const share = chances.next()
  if (share < 0.3) return confused(serial)
  if (share < 0.5) return `${serial.slice(0, PREFIX)}-${serial.slice(PREFIX)}`
  if (share < 0.75) return `${serial.slice(0, place)}?${serial.slice(place + 1)}`
  if (share < 0.9) return serial.slice(1)
  return serial.toLowerCase()
}

/**
 * A firearm as a clerk wrote it who could still tell it from its neighbours. What nobody could tell is written in the
 * stories themselves, since there it is known to be so.
 */
export function wornDown(firearm: TrueFirearm, chances: Chances) {
  const words = writtenDown(firearm, chances)
  // A model is read under its make alone.
  const model = words.make === '' ? '' : words.model
  return { ...words, model, serial: wornSerial(firearm.serial, chances) }
}
