/** What looks odd about a serial: hints for whoever enters or reviews it, never a reason to refuse it. */
import { foldKey } from './fold.ts'
import type { Mark } from './marking.ts'

export type SerialHintId =
  | 'serial_long'
  | 'serial_short'
  | 'serial_one_character_repeated'
  | 'serial_counts_up'
  | 'serial_no_digits'
  | 'serial_is_model'
  | 'serial_is_calibre'
  | 'serial_is_other_mark'
  | 'serial_foreign_script'
  | 'serial_mixed_script'
  | 'serial_not_read'

/** A message id with its parameters. */
export interface SerialHint {
  readonly id: SerialHintId
  readonly params: Readonly<Record<string, string | number>>
}

/** What else is stated about the item. */
export interface SerialSurroundings {
  readonly model?: string | null
  readonly calibre?: string | null
  /** Numbers of the same item that are no serial: proof, patent, part numbers. */
  readonly otherMarks?: readonly Mark[]
}

const LONGEST_USUAL = 20
const SHORTEST_USUAL = 3
const RISING = '01234567890123456789'
const FALLING = [...RISING].reverse().join('')

function shapeHints(norm: string): SerialHint[] {
  const hints: SerialHint[] = []
  const length = norm.replace(/\[[^\]]*\]/g, '?').length
  if (length > LONGEST_USUAL) hints.push({ id: 'serial_long', params: { length, usual: LONGEST_USUAL } })
  if (length < SHORTEST_USUAL) hints.push({ id: 'serial_short', params: { length, usual: SHORTEST_USUAL } })
  if (length >= SHORTEST_USUAL && new Set(norm).size === 1) {
    hints.push({ id: 'serial_one_character_repeated', params: { character: norm[0]! } })
  }
  if (length >= 5 && /^\d+$/.test(norm) && (RISING.includes(norm) || FALLING.includes(norm))) {
    hints.push({ id: 'serial_counts_up', params: { serial: norm } })
  }
  if (!/\d/.test(norm)) hints.push({ id: 'serial_no_digits', params: { serial: norm } })
  return hints
}

/**
 * Hints about a mark read as a serial (DOMAIN 4.7): length outside the usual, one character repeated, a count, no
 * digits, the item's own model or calibre, another number of the same item, letters of another script, a text that no
 * table knows. Empty where nothing is odd.
 */
export function serialHints(mark: Mark, surroundings: SerialSurroundings = {}): SerialHint[] {
  if (mark.norm === null) return mark.unread ? [{ id: 'serial_not_read', params: { stated: mark.stated } }] : []
  const hints = shapeHints(mark.norm)
  const key = foldKey(mark.norm)
  const same = (stated: string | null | undefined) => key !== '' && foldKey(stated ?? '') === key
  if (same(surroundings.model)) hints.push({ id: 'serial_is_model', params: { model: surroundings.model ?? '' } })
  if (same(surroundings.calibre))
    hints.push({ id: 'serial_is_calibre', params: { calibre: surroundings.calibre ?? '' } })
  const other = surroundings.otherMarks?.find((one) => one !== mark && one.kind !== 'serial' && one.norm === mark.norm)
  if (other) hints.push({ id: 'serial_is_other_mark', params: { kind: other.kind } })
  if (mark.script === 'mixed') hints.push({ id: 'serial_mixed_script', params: {} })
  else if (mark.script !== 'latin' && mark.script !== 'none') {
    hints.push({ id: 'serial_foreign_script', params: { script: mark.script } })
  }
  return hints
}
