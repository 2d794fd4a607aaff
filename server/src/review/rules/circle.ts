import { createHash } from 'node:crypto'
import type { Reader } from '../../access/context.ts'

/** Names those who see the same records and ask for the same agency: for them the same pairs wait, in the same order. */
export function circleOf({ classes, agency }: Pick<Reader, 'classes' | 'agency'>): Buffer {
  const named = [agency?.id ?? '', ...[...classes].sort((a, b) => a - b)].join(' ')
  return createHash('sha256').update(named).digest().subarray(0, 16)
}
