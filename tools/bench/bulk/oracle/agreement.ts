import { LOST } from '../../mix/edits-between.ts'

const lost = LOST.charCodeAt(0)

/** Can the character of `read` be that of `serial`? A lost one can be any. */
export function agreesAt(serial: string, at: number, read: string, readAt: number): boolean {
  const character = read.charCodeAt(readAt)
  return character === lost || character === serial.charCodeAt(at)
}

/** How many characters agree from the front. */
export function agreesInFront(serial: string, read: string): number {
  const most = Math.min(serial.length, read.length)
  let front = 0
  while (front < most && agreesAt(serial, front, read, front)) front++
  return front
}

/** How many characters agree from the end. */
export function agreesBehind(serial: string, read: string): number {
  const most = Math.min(serial.length, read.length)
  let behind = 0
  while (behind < most && agreesAt(serial, serial.length - 1 - behind, read, read.length - 1 - behind)) behind++
  return behind
}

/** Do all characters agree? */
export const agrees = (serial: string, read: string): boolean =>
  serial.length === read.length && agreesInFront(serial, read) === serial.length

/** Is what was read at most one substitution, insertion, deletion or transposition away? */
export function isNear(serial: string, read: string): boolean {
  const longer = read.length - serial.length
  if (longer < -1 || longer > 1) return false
  const front = agreesInFront(serial, read)
  const behind = agreesBehind(serial, read)
  if (longer !== 0) return front + behind >= Math.min(serial.length, read.length)
  if (front + behind >= serial.length - 1) return true
  return front + behind === serial.length - 2 && swapAgrees(serial, read, front + 1)
}

/** Do the character at `second` and the one before it agree where they have changed places? */
export const swapAgrees = (serial: string, read: string, second: number): boolean =>
  agreesAt(serial, second, read, second - 1) && agreesAt(serial, second - 1, read, second)
