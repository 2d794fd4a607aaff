import type { Language } from '../frame/language.tsx'

const UNITS = ['bytes', 'kilobytes', 'megabytes', 'gigabytes'] as const

/** The size of a file in words, rounded to whole units of a thousand. */
export function sizeShown({ say, figures }: Language, bytes: number): string {
  let unit = 0
  let figure = bytes
  while (figure >= 1_000 && unit < UNITS.length - 1) {
    figure /= 1_000
    unit++
  }
  return say(`imports.size.${UNITS[unit]}`, { figure: figures.count(Math.round(figure)) })
}
