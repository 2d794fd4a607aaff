import type { Chances } from '../../../server/src/demonstration/random.ts'
import { casesOf } from './draw.ts'

const SEPARATORS = [' ', '-', '.', '/'] as const
const LABELS = ['No.', 'No. ', 'No ', 'SN', 'SN ', 'SN: ', 'S/N ', 'nº', 'nº ', 'Nº '] as const

/** Where letters and digits meet, or else the middle. */
function joints(serial: string): number[] {
  const between = [...serial.matchAll(/(?<=[A-Z])(?=\d)|(?<=\d)(?=[A-Z])/g)].map(({ index }) => index)
  return between.length > 0 ? between : [serial.length >> 1]
}

function separated(serial: string, chances: Chances): string {
  const separator = chances.pick(SEPARATORS)
  const usual = chances.happens(0.6) ? joints(serial) : [1 + chances.below(serial.length - 1)]
  const thousands = serial.length - 3
  const positions = chances.happens(0.2) && !usual.includes(thousands) ? [...usual, thousands] : usual
  return positions
    .toSorted((a, b) => b - a)
    .reduce((text, position) => text.slice(0, position) + separator + text.slice(position), serial)
}

const labelled = (serial: string, chances: Chances) => chances.pick(LABELS) + serial

const drawForm = casesOf({ separated: 45, labelled: 25, lower: 20, both: 10 })

/** The same characters written otherwise: separators, a label in front, lower case. */
export function reformat(serial: string, chances: Chances): string {
  const form = drawForm(chances)
  if (form === 'labelled') return labelled(serial, chances)
  if (form === 'both') return labelled(separated(serial, chances), chances)
  const lower = serial.toLowerCase()
  return form === 'lower' && lower !== serial ? lower : separated(serial, chances)
}
