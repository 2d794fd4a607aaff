import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import type { Context } from '../../access/context.ts'
import { typedPaperNumber } from '../rules/paper-number.ts'
import type { Remark } from '../rules/remarks.ts'

/** What is odd about the number of the paper form: that it was typed in before, or that no such form was drawn. */
export async function paperRemarks({ client }: Context, recovery: string, { paper }: RecoveryForm): Promise<Remark[]> {
  if (paper === undefined) return []
  const number = typedPaperNumber(paper)
  const of = (kind: 'paper_used' | 'paper_not_drawn', other: string | null = null) => ({
    ...{ kind, exhibit: null, recovery: other, value: paper },
  })
  if (number === null) return [of('paper_not_drawn')]
  const drawn = await client.query('SELECT FROM paper_form WHERE number = $1', [number])
  const { rows } = await client.query<{ recovery: string }>(
    `SELECT DISTINCT v.recovery_id AS recovery FROM recovery_version v
     WHERE v.stands AND v.form ->> 'paper' = $1 AND v.recovery_id <> $2 ORDER BY v.recovery_id`,
    [number, recovery],
  )
  return [
    ...(drawn.rows.length === 0 ? [of('paper_not_drawn')] : []),
    ...rows.map((other) => of('paper_used', other.recovery)),
  ]
}
