import { DROPS, FEWEST_LEFT, MOST_DROPPED } from '../../mix/damage-shares.ts'
import { probabilitiesOf } from './shares.ts'

/** What is left of a serial when a beginning or an end is dropped. */
export interface Remainder {
  readonly text: string
  readonly probability: number
}

const drops = probabilitiesOf(DROPS)
const lettersInFront = (serial: string) => /^[A-Z]*/.exec(serial)![0].length

/** What may be left of a serial; the same text may be left in more than one way. A serial has more than three characters. */
export function remaindersOf(serial: string): Remainder[] {
  const most = serial.length - FEWEST_LEFT
  const front: number[] = Array(most + 1).fill(0)
  const behind: number[] = Array(most + 1).fill(0)
  front[Math.min(lettersInFront(serial) || 1, most)]! += drops.letters
  for (let count = 1; count <= MOST_DROPPED.first; count++)
    front[Math.min(count, most)]! += drops.first / MOST_DROPPED.first
  for (let count = 1; count <= MOST_DROPPED.last; count++)
    behind[Math.min(count, most)]! += drops.last / MOST_DROPPED.last
  return [
    ...front.map((probability, count) => ({ text: serial.slice(count), probability })),
    ...behind.map((probability, count) => ({ text: serial.slice(0, serial.length - count), probability })),
  ].filter(({ probability }) => probability > 0)
}

/** How probable it is that a drop leaves exactly this. */
export function dropProbability(serial: string, read: string): number {
  if (!serial.startsWith(read) && !serial.endsWith(read)) return 0
  return remaindersOf(serial).reduce((sum, { text, probability }) => (text === read ? sum + probability : sum), 0)
}
