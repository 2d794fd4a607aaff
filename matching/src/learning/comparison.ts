import { BROUGHT_BY } from '../agreement.ts'
import type { ComparedItem } from '../balance.ts'
import type { Line } from '../line.ts'
import {
  type Degree,
  WORD_FIELDS,
  type WordField,
  wordDegrees,
  type YearDegree,
  yearDegree,
  yearsWide,
} from '../word-degrees.ts'

/** What befell a mark, as far as two readings of it tell: which of the two is the damaged one they do not. */
export const MARK_KINDS = [
  'kept',
  'confused',
  'substituted',
  'more_or_less',
  'transposed',
  'front',
  'back',
  'zeros',
  'embedded',
  'script',
  'turned',
  'several',
  'lost',
  'lost_and_more',
] as const
export type MarkKind = (typeof MARK_KINDS)[number]

/** Of two records what is counted, and no value of either. */
export interface Comparison {
  readonly words: readonly { readonly field: WordField; readonly degree: Degree; readonly beside: boolean }[]
  readonly year: YearDegree | null
  readonly mark: MarkKind | null
}

const KIND_OF: Readonly<Record<string, MarkKind>> = {
  confused: 'confused',
  substituted: 'substituted',
  more: 'more_or_less',
  less: 'more_or_less',
  transposed: 'transposed',
  front_more: 'front',
  front_less: 'front',
  back_more: 'back',
  back_less: 'back',
  zeros: 'zeros',
  embedded: 'embedded',
  script: 'script',
  numeral: 'script',
  turned: 'turned',
}

function isLost({ marks }: ComparedItem, place: number | undefined): boolean {
  return marks[place ?? 0]?.characters.some(({ alternatives }) => alternatives.length !== 1) === true
}

/** Null where the two are taken for readings of two numbers. */
function markKind(query: ComparedItem, record: ComparedItem, serial: Line | undefined): MarkKind | null {
  if (!serial || serial.message.id === 'evidence.serial.differs') return null
  const said = [serial.message, ...(serial.more ?? [])].map(({ id }) => KIND_OF[id.replace('evidence.serial.', '')])
  const kinds = said.filter((kind) => kind !== undefined)
  if (isLost(query, serial.asked) || isLost(record, serial.recorded))
    return kinds.length === 0 ? 'lost' : 'lost_and_more'
  if (kinds.length > 1) return 'several'
  return kinds[0] ?? 'kept'
}

/** How the words of two items compare. An importer's mark beside its maker's is counted for neither. */
export function comparedWords(query: ComparedItem, record: ComparedItem): Omit<Comparison, 'mark'> {
  const degrees = wordDegrees(query, record)
  const words = WORD_FIELDS.flatMap((field) => {
    const [degree, brings] = [degrees[field], BROUGHT_BY[field]]
    return degree === null ? [] : [{ field, degree, beside: brings !== undefined && degrees[brings] === 'same' }]
  })
  // How much a wide interval says follows from what an exact year does.
  const exact = query.year && record.year && yearsWide(query.year) === 1 && yearsWide(record.year) === 1
  return { words, year: exact ? yearDegree(query.year, record.year) : null }
}

/** What is counted of two items whose evidence these lines are. */
export function comparisonOf(query: ComparedItem, record: ComparedItem, lines: readonly Line[]): Comparison {
  const serial = lines.find(({ field }) => field === 'serial')
  return { ...comparedWords(query, record), mark: markKind(query, record, serial) }
}
