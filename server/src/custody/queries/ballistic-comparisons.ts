import type { BallisticStanding, ReferralOutcome } from '@proofmark/contract/ballistic-words'
import type { BallisticLevel } from '@proofmark/contract/custody-words'
import type { Context } from '../../access/context.ts'
import type { SaidResult } from '../../store/ballistic-tables.ts'
import { type Result, standingOf } from '../rules/ballistics/result.ts'

/** One result of a comparison with who brought it, who verified it and who withdrew it. */
export interface KeptResult extends Result {
  readonly said: SaidResult
  readonly agency: string
  readonly by: string
  readonly byAccount: string
  readonly at: Date
  readonly verifiedBy: string | null
  readonly verifiedAt: Date | null
  readonly withdrawnBy: string | null
  readonly withdrawnReason: string | null
}

export interface KeptReferral {
  readonly act: 'told' | 'outcome'
  readonly level: BallisticStanding
  readonly to: string | null
  readonly outcome: ReferralOutcome | null
  readonly note: string | null
  readonly by: string
  readonly at: Date
}

/** Two items, everything that was said of their comparison, and whom somebody told. */
export interface KeptComparison {
  readonly first: string
  readonly second: string
  readonly level: BallisticStanding
  readonly results: readonly KeptResult[]
  readonly referrals: readonly KeptReferral[]
}

interface ResultRow {
  readonly id: string
  readonly first: string
  readonly second: string
  readonly says: BallisticLevel
  readonly said: SaidResult
  readonly agency: string
  readonly by: string
  readonly byAccount: string
  readonly at: Date
  readonly verifiedBy: string | null
  readonly verifiedAt: Date | null
  readonly withdrawnBy: string | null
  readonly withdrawnReason: string | null
}

const RESULTS = `
  SELECT r.id, r.first_id AS first, r.second_id AS second, r.level AS says, r.said, r.agency_id AS agency, a.name AS by,
    r.by_account AS "byAccount", r.at, sa.name AS "verifiedBy", s.at AS "verifiedAt", wa.name AS "withdrawnBy",
    w.reason AS "withdrawnReason"
  FROM ballistic_result r
  JOIN account a ON a.id = r.by_account
  LEFT JOIN ballistic_result s ON s.of_id = r.id AND s.kind = 'second'
  LEFT JOIN account sa ON sa.id = s.by_account
  LEFT JOIN ballistic_result w ON w.of_id = r.id AND w.kind = 'withdrawal'
  LEFT JOIN account wa ON wa.id = w.by_account
  WHERE r.kind = 'result'`
const REFERRALS = `
  SELECT f.first_id AS first, f.second_id AS second, f.act, f.standing AS level, f.told_to AS to, f.outcome, f.note,
    a.name AS by, f.at
  FROM ballistic_referral f JOIN account a ON a.id = f.by_account`

const pairOf = ({ first, second }: { readonly first: string; readonly second: string }) => `${first} ${second}`

async function comparisons({ client }: Context, where: string, values: unknown[]): Promise<KeptComparison[]> {
  const { rows } = await client.query<ResultRow>(`${RESULTS} ${where} ORDER BY r.at, r.id`, values)
  if (rows.length === 0) return []
  const told = await client.query<KeptReferral & { first: string; second: string }>(
    `${REFERRALS} WHERE f.first_id = ANY ($1::uuid[]) ORDER BY f.at, f.id`,
    [[...new Set(rows.map(({ first }) => first))]],
  )
  const referrals = Map.groupBy(told.rows, pairOf)
  return [...Map.groupBy(rows, pairOf)].map(([pair, said]) => {
    const { first, second } = said[0]!
    const results = said.map(
      ({ first: _, second: __, ...row }): KeptResult => ({
        ...row,
        examiner: row.said.examiner,
        verified: row.verifiedBy !== null,
        withdrawn: row.withdrawnBy !== null,
      }),
    )
    return { first, second, level: standingOf(results), results, referrals: referrals.get(pair) ?? [] }
  })
}

/** The comparisons of any of these items with any other that the reader may see. */
export async function comparisonsOf(context: Context, items: readonly string[]): Promise<KeptComparison[]> {
  if (items.length === 0) return []
  return comparisons(context, 'AND (r.first_id = ANY ($1::uuid[]) OR r.second_id = ANY ($1::uuid[]))', [items])
}

/** More comparisons than these are kept only where nobody withdraws or refers any; the latest are looked at. */
const MOST = 20_000

/** The comparisons that the reader may see. */
export const allComparisons = (context: Context): Promise<KeptComparison[]> =>
  comparisons(
    context,
    `AND r.id IN (SELECT id FROM ballistic_result WHERE kind = 'result' ORDER BY at DESC, id LIMIT ${MOST})`,
    [],
  )

/** The comparison to which a result belongs; null where the reader sees no such result. */
export async function comparisonOfResult(context: Context, result: string): Promise<KeptComparison | null> {
  const { rows } = await context.client.query<{ first: string }>(
    `SELECT first_id AS first FROM ballistic_result WHERE id = $1 AND kind = 'result'`,
    [result],
  )
  if (!rows[0]) return null
  const found = await comparisonsOf(context, [rows[0].first])
  return found.find(({ results }) => results.some(({ id }) => id === result)) ?? null
}

/** The comparison of two items; null where nobody said anything of it. */
export async function comparisonOf(context: Context, one: string, other: string): Promise<KeptComparison | null> {
  const [first, second] = [one, other].sort()
  return (await comparisonsOf(context, [one])).find((each) => each.first === first && each.second === second) ?? null
}

/** A weapon that fired more than these is followed no further. */
const MOST_ITEMS = 500

/** The comparisons around an item, found by going from item to item along confirmed hits. */
export async function comparisonsAround(context: Context, item: string): Promise<KeptComparison[]> {
  const found = new Map<string, KeptComparison>()
  const seen = new Set<string>()
  let frontier = [item]
  while (frontier.length > 0 && seen.size < MOST_ITEMS) {
    for (const id of frontier) seen.add(id)
    const next = await comparisonsOf(context, frontier)
    for (const each of next) found.set(pairOf(each), each)
    const joined = next.filter(({ level }) => level === 'hit').flatMap(({ first, second }) => [first, second])
    frontier = [...new Set(joined)].filter((id) => !seen.has(id)).sort()
  }
  return [...found.values()]
}
