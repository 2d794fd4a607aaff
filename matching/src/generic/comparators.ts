/** How alike two values are: 0 where either is missing, from 1 on, the most alike first. */
export interface Comparator {
  /** How many levels there are beside 0. */
  readonly levels: number
  readonly levelOf: (a: string, b: string) => number
}

const stated = (a: string, b: string) => a !== '' && b !== ''

/** The same or not. */
export const exact: Comparator = { levels: 2, levelOf: (a, b) => (!stated(a, b) ? 0 : a === b ? 1 : 2) }

/**
 * The least number of characters that are added, left out, changed or exchanged with their neighbour, counted up to
 * `most`; `most + 1` for more (Damerau 1964, each stretch edited once).
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row++) {
    const next = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let least = Math.min(last[column]! + 1, next[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1))
      const crossed = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (crossed) least = Math.min(least, before[column - 2]! + 1)
      next.push(least)
    }
    before = last
    last = next
  }
  return Math.min(last[b.length]!, most + 1)
}

/** The same, so many edits apart up to `most`, or further. Short words are held to fewer edits than they have letters. */
export function edits(most: number): Comparator {
  return {
    levels: most + 2,
    levelOf: (a, b) => {
      if (!stated(a, b)) return 0
      if (a === b) return 1
      const distance = editDistance(a, b, most)
      return 2 * distance > Math.max(a.length, b.length) ? most + 2 : distance + 1
    },
  }
}

const DATE = /^(\d{4})-?(\d\d)-?(\d\d)$/

/** The same date; one slip of a digit or day and month exchanged; the same year; neither. What is no date is compared as text. */
export const date: Comparator = {
  levels: 4,
  levelOf: (a, b) => {
    if (!stated(a, b)) return 0
    if (a === b) return 1
    const [one, other] = [DATE.exec(a), DATE.exec(b)]
    if (!one || !other) return editDistance(a, b, 1) <= 1 ? 2 : 4
    const [, yearA, monthA, dayA] = one
    const [, yearB, monthB, dayB] = other
    if (yearA === yearB && monthA === dayB && dayA === monthB) return 2
    if (editDistance(one.slice(1).join(''), other.slice(1).join(''), 1) <= 1) return 2
    return yearA === yearB ? 3 : 4
  },
}

/** The same number, within a tenth, or further apart. What is no number is compared as text. */
export const number: Comparator = {
  levels: 3,
  levelOf: (a, b) => {
    if (!stated(a, b)) return 0
    const [one, other] = [Number(a), Number(b)]
    if (!Number.isFinite(one) || !Number.isFinite(other)) return a === b ? 1 : 3
    if (one === other) return 1
    return Math.abs(one - other) <= 0.1 * Math.max(Math.abs(one), Math.abs(other)) ? 2 : 3
  },
}
