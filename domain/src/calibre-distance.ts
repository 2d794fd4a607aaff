import { CALIBRES, type CalibreRow } from './lexicons/calibres.ts'

/** The calibres that the tables know, by code. */
export const CALIBRE_ROWS: ReadonlyMap<string, CalibreRow> = new Map(CALIBRES.map((row) => [row.code, row]))
const rows = CALIBRE_ROWS

/** Is one a broader name of the other, or does the chamber of one take the other? */
export function areRelated(a: CalibreRow, b: CalibreRow): boolean {
  return (
    a.code === b.code ||
    [a.of, a.fires].some((codes) => codes?.includes(b.code)) ||
    [b.of, b.fires].some((codes) => codes?.includes(a.code))
  )
}

/**
 * How far apart two calibres are, from 0 to 1: 0 the same, 0.2 a broader name or one that the same chamber takes, 0.6
 * two narrower meanings of one name, 0.8 the same diameter only, 1 nothing in common or a code no table knows.
 */
export function calibreDistance(a: string, b: string): number {
  if (a === b) return 0
  const left = rows.get(a)
  const right = rows.get(b)
  if (!left || !right) return 1
  if (areRelated(left, right) || spansBore(left, right) || spansBore(right, left)) return 0.2
  if (left.of?.some((code) => right.of?.includes(code))) return 0.6
  const close = left.diameter !== null && right.diameter !== null && Math.abs(left.diameter - right.diameter) <= 0.15
  return close && left.kind === right.kind ? 0.8 : 1
}

/** `32, bore or .32` and `.38 or .380` stand for what each of their numbers can mean. */
function spansBore(broad: CalibreRow, other: CalibreRow): boolean {
  if (broad.code === '32_or_bore')
    return other.code === 'bore_32' || other.code === '32' || other.of?.includes('32') === true
  return (
    broad.code === '38_or_380' && (other.code === '9x17' || other.code === '38' || other.of?.includes('38') === true)
  )
}

/** 2 for a calibre, 1 for a name that several share, 0 for a code no table knows. */
export function calibreSpecificity(code: string): number {
  const row = rows.get(code)
  return row === undefined ? 0 : row.kind === 'broad' ? 1 : 2
}
