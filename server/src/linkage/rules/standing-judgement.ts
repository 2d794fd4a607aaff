/** A row of the table of judgements, of one pair. */
export interface JudgementRow {
  readonly number: string
  readonly about: 'firearm' | 'recovery'
  readonly kind: 'verdict' | 'withdrawal' | 'second'
  readonly verdict: Verdict | null
  /** Of component-of: the record whose item is, or bears, the component. */
  readonly component: string | null
  readonly ofNumber: string | null
  readonly needsSecond: boolean
  readonly judgedBy: string
  /** Names what was decided together with it, where many pairs were decided at once. */
  readonly bulk: string | null
}

export type Verdict = 'same' | 'different' | 'undecided' | 'component-of' | 'same-lot'

/** How a verdict stands: it counts, waits for a second person, was taken back, or a later one took its place. */
export type JudgementState = 'standing' | 'waiting' | 'withdrawn' | 'superseded'

export type JudgedRow<Row extends JudgementRow> = Row & { readonly verdict: Verdict; readonly state: JudgementState }

const latestFirst = (a: JudgementRow, b: JudgementRow) => (BigInt(a.number) < BigInt(b.number) ? 1 : -1)

function stateBefore<Row extends JudgementRow>(row: Row, rows: readonly Row[]): 'counts' | 'waiting' | 'withdrawn' {
  const about = rows.filter(({ ofNumber }) => ofNumber === row.number)
  if (about.some(({ kind }) => kind === 'withdrawal')) return 'withdrawn'
  const seconded = about.some(({ kind, judgedBy }) => kind === 'second' && judgedBy !== row.judgedBy)
  return row.needsSecond && !seconded ? 'waiting' : 'counts'
}

/**
 * The verdicts on one pair about one thing, latest first, each with how it stands: of those that nobody took back and
 * that wait for no second person the one with the highest number counts. None is ever deleted.
 */
export function judgedRows<Row extends JudgementRow>(rows: readonly Row[]): JudgedRow<Row>[] {
  let counted = false
  return [...rows].sort(latestFirst).flatMap((row): JudgedRow<Row>[] => {
    if (row.kind !== 'verdict' || row.verdict === null) return []
    const before = stateBefore(row, rows)
    if (before !== 'counts') return [{ ...row, verdict: row.verdict, state: before }]
    const state = counted ? 'superseded' : 'standing'
    counted = true
    return [{ ...row, verdict: row.verdict, state }]
  })
}

/** The verdict that counts on a pair about one thing; null where there is none. */
export function standingJudgement<Row extends JudgementRow>(rows: readonly Row[]): JudgedRow<Row> | null {
  return judgedRows(rows).find(({ state }) => state === 'standing') ?? null
}
