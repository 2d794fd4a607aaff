import type { Chances } from '../../../server/src/demonstration/random.ts'
import { drawerOf, shuffled } from './draw.ts'
import type { MixMake } from './makes.ts'

/** Where a maker's numbers run on: one beginning, one end, and so many digits between. */
export interface Series {
  readonly before: string
  readonly after: string
  readonly digits: number
  readonly plain: boolean
}

/** Draws one of a make's series. */
export type DrawSeries = (chances: Chances) => Series

/**
 * How many firearms one edit away a serial is to have by chance alone, so that a register has as many neighbours at any
 * size: a maker that has numbered more firearms has used more prefixes.
 */
const NEIGHBOURS_BY_CHANCE = 0.22
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

const filled = (shape: string, letters: readonly string[], chances: Chances) =>
  [...shape]
    .map((character, position) =>
      character === '9' ? String(1 + chances.below(9)) : chances.pick(position === 0 ? letters : [...LETTERS]),
    )
    .join('')

function seriesOf(shape: string, entries: number, chances: Chances): Series[] {
  const [, before = '', number = '', after = ''] = /^(.*?)(9+)(A*)$/.exec(shape) ?? []
  const digits = number.length
  const common = { digits, plain: before === '' && after === '' }
  const possible = 26 ** [...before, ...after].filter((character) => character === 'A').length
  const wanted = Math.ceil((entries * 9 * digits) / (NEIGHBOURS_BY_CHANCE * 10 ** digits))
  const count = Math.min(Math.max(wanted, 3), Math.ceil(possible * 0.8))
  // A maker's prefixes begin with few letters, and with more of them only where there is need.
  const letters = shuffled([...LETTERS], chances).slice(0, possible <= 26 ? 26 : 6)
  const series = new Map<string, Series>()
  for (let attempt = 0; attempt < 40 * count && series.size < count; attempt++) {
    const [begins, ends] = [filled(before, letters, chances), filled(after, [...LETTERS], chances)]
    series.set(`${begins} ${ends}`, { ...common, before: begins, after: ends })
  }
  return [...series.values()]
}

/** The series of a make that numbers some `entries` firearms in all. */
export function seriesDrawer({ shapes }: MixMake, entries: number, chances: Chances): DrawSeries {
  const total = shapes.reduce((sum, [, share]) => sum + share, 0)
  const bySeries = shapes.map(([shape, share]) => seriesOf(shape, (entries * share) / total, chances))
  const draw = drawerOf(shapes.map(([, share]) => share))
  return (drawn) => drawn.pick(bySeries[draw(drawn)]!)
}

/** The first number that a series can have: a plain number does not begin with a zero. */
export const firstOf = ({ plain, digits }: Series): number => (plain ? 10 ** (digits - 1) : 0)

export const serialOf = ({ before, after, digits }: Series, number: number): string =>
  `${before}${String(number).padStart(digits, '0')}${after}`
