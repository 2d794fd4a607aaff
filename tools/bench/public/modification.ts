import type { Chances } from '../../../server/src/demonstration/random.ts'

/** What the generator does to a value: characters, other values, words, spaces, or nothing left of it. */
export type Modification = 'insert' | 'leave' | 'change' | 'exchange' | 'other' | 'words' | 'split' | 'join' | 'miss'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const DIGITS = '0123456789'

/** Slips fall near the middle: a normal distribution around it, one character wide (Box and Muller 1958). */
function placeIn(length: number, further: number, chances: Chances): number {
  const normal = Math.sqrt(-2 * Math.log(1 - chances.next())) * Math.cos(2 * Math.PI * chances.next())
  const place = Math.round(Math.floor((length + further) / 2) + 1 + normal)
  return Math.max(0, Math.min(place, length - 1 + further))
}

function changed(value: string, how: 'insert' | 'leave' | 'change' | 'exchange', chances: Chances): string {
  const alphabet = /^\d/.test(value) ? DIGITS : LETTERS
  const { length } = value
  switch (how) {
    case 'insert': {
      const at = placeIn(length, 1, chances)
      return value.slice(0, at) + chances.pick([...alphabet]) + value.slice(at)
    }
    case 'leave': {
      const at = placeIn(length, 0, chances)
      return length > 1 ? value.slice(0, at) + value.slice(at + 1) : value
    }
    case 'change': {
      const at = placeIn(length, 0, chances)
      return value.slice(0, at) + chances.pick([...alphabet]) + value.slice(at + 1)
    }
    case 'exchange': {
      if (length < 2) return value
      const at = placeIn(length, -1, chances)
      return value.slice(0, at) + (value[at + 1] ?? '') + value[at]! + value.slice(at + 2)
    }
  }
}

/** A value with one modification; as it was where that cannot be done to it. */
export function modified(value: string, how: Modification, another: () => string, chances: Chances): string {
  if (value === '') return value
  switch (how) {
    case 'other':
      return another()
    case 'miss':
      return ''
    case 'words':
      return value.split(' ').reverse().join(' ')
    case 'split': {
      const at = placeIn(value.length, 0, chances)
      return at === 0 ? value : `${value.slice(0, at)} ${value.slice(at)}`
    }
    case 'join':
      return value.replace(' ', '')
    default:
      return changed(value, how, chances)
  }
}
