import { LINK_LEVELS, type LinkLevel } from '@proofmark/contract/link-levels'
import { type JudgementRow, judgedRows } from './standing-judgement.ts'

/** The lower of two levels: a chain of links is good for what its weakest is good for. */
export const lowerLevel = (one: LinkLevel, other: LinkLevel): LinkLevel =>
  LINK_LEVELS[Math.min(LINK_LEVELS.indexOf(one), LINK_LEVELS.indexOf(other))]!

/** Is a link of this level good enough for what asks for that one? */
export const reachesLevel = (level: LinkLevel, wanted: LinkLevel): boolean =>
  LINK_LEVELS.indexOf(level) >= LINK_LEVELS.indexOf(wanted)

/**
 * The last word of each person who looked at a pair and came to what stands: of those who judged it singly, and of those
 * who confirmed it as a second person. A decision over many pairs at once is no look at each, and whoever judged otherwise
 * later is not among them.
 */
export function confirmersOf<Row extends JudgementRow>(rows: readonly Row[]): Row[] {
  const judged = judgedRows(rows)
  const standing = judged.find(({ state }) => state === 'standing')
  if (!standing) return []
  const counts = judged.filter(({ state }) => state === 'standing' || state === 'superseded')
  const last = [...Map.groupBy(counts, ({ judgedBy }) => judgedBy).values()].flatMap(([first]) => first ?? [])
  const dissent = new Set(last.flatMap(({ verdict, judgedBy }) => (verdict === standing.verdict ? [] : [judgedBy])))
  const agree = counts.filter(({ verdict }) => verdict === standing.verdict)
  const numbers = new Set(agree.map(({ number }) => number))
  const looked: Row[] = [
    ...agree.filter(({ bulk }) => bulk === null),
    ...rows.filter(({ kind, ofNumber }) => kind === 'second' && ofNumber !== null && numbers.has(ofNumber)),
  ].filter(({ judgedBy }) => !dissent.has(judgedBy))
  return [...new Map(looked.map((row) => [row.judgedBy, row])).values()]
}

/** What the judgements of one pair about one thing make of its link; `lead` where nothing that joins the two stands. */
export function linkLevel(rows: readonly JudgementRow[]): LinkLevel {
  const standing = judgedRows(rows).find(({ state }) => state === 'standing')
  if (!standing || standing.verdict === 'different' || standing.verdict === 'undecided') return 'lead'
  return confirmersOf(rows).length >= 2 ? 'court' : 'named'
}
