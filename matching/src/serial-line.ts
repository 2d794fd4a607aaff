import type { Part } from '@proofmark/domain/marking'
import type { Difference, MarkComparison } from './compare-marks.ts'
import type { ComparedMark } from './likeliest-reading.ts'
import type { Line, Message } from './line.ts'
import type { DamageShares } from './model.ts'

export type PartMark = ComparedMark & { readonly part: Part }

const say = (id: string, parameters: Message['parameters'] = {}): Message => ({
  id: `evidence.serial.${id}`,
  parameters,
})

function confusedOf(differences: readonly Difference[]): Message[] {
  const confused = differences.filter(({ kind }) => kind === 'confused')
  if (confused.length === 0) return []
  const pairs = confused.map(({ asked, recorded }) => `${asked}/${recorded}`).join(', ')
  return [say('confused', { pairs })]
}

const others = (differences: readonly Difference[]): Message[] =>
  differences
    .filter(({ kind }) => kind !== 'confused')
    .map(({ kind, asked, recorded }) => say(kind, { asked, recorded }))

function messagesOf({ level, differences, otherForm }: MarkComparison): Message[] {
  if (otherForm !== null) return [say(otherForm), ...others(differences), ...confusedOf(differences)]
  if (level === 'damaged') return [...others(differences), ...confusedOf(differences)]
  if (level === 'confusable') return confusedOf(differences)
  return [say(level)]
}

interface Pair {
  readonly bits: number
  readonly comparison: MarkComparison
  /** The part that bears the number, where it is not the firearm's own. */
  readonly part: Part | null
  readonly recorded: number
  readonly asked: number
}

/** The numbers of one side, with what it costs to take each for the one that the other side means. */
function withCosts(marks: readonly PartMark[], { ownPart }: DamageShares) {
  const numbered = marks.map((mark, place) => ({ mark, place })).filter(({ mark }) => mark.norm !== null)
  return numbered.map(({ mark, place }, position) => {
    if (numbered.length === 1) return { mark, place, bits: 0, part: null }
    const share = position === 0 ? ownPart : (1 - ownPart) / (numbered.length - 1)
    const part = position === 0 || mark.part === 'unknown' ? null : mark.part
    return { mark, place, bits: Math.log2(share), part }
  })
}

/**
 * The line of the balance for the marks of two items: the likeliest pair of them to be one number. A number on another
 * part is rarer than the firearm's own, and is said to be on that part. Null where either side has no number.
 */
export function serialLine(
  compare: (asked: ComparedMark, recorded: ComparedMark) => MarkComparison | null,
  shares: DamageShares,
  asked: readonly PartMark[],
  recorded: readonly PartMark[],
): Line | null {
  let best: Pair | null = null
  const others = withCosts(recorded, shares)
  for (const one of withCosts(asked, shares)) {
    for (const other of others) {
      const comparison = compare(one.mark, other.mark)
      if (!comparison) continue
      const bits = comparison.bits + one.bits + other.bits
      if (!best || bits > best.bits)
        best = { bits, comparison, part: other.part ?? one.part, recorded: other.place, asked: one.place }
    }
  }
  if (!best) return null
  const [message = say('differs'), ...more] = messagesOf(best.comparison)
  const part = best.part === null ? [] : [say('part', { part: best.part })]
  const { bits, recorded: of, asked: by } = best
  return { field: 'serial', bits, message, more: [...more, ...part], recorded: of, asked: by }
}
