import type { Pen } from './pen.ts'

const PAGE = '\u0001'
const PAGES = '\u0002'

/** The words before, between and after the two numbers of `page 2 of 3`. */
export function pageWords(pen: Pen): [string, string, string] {
  const [before = '', rest = ''] = pen.say('document.page', { page: PAGE, pages: PAGES }).split(PAGE)
  const [between = '', after = ''] = rest.split(PAGES)
  return [before, between, after]
}

/** Year, month, day, hour, minute and second of a moment in UTC. */
export const momentOf = (at: string): number[] =>
  [at.slice(0, 4), at.slice(5, 7), at.slice(8, 10), at.slice(11, 13), at.slice(14, 16), at.slice(17, 19)].map(Number)
