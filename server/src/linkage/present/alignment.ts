import type { Alignment } from '@proofmark/contract/schemas/find'
import type { Mark } from '@proofmark/domain/marking'
import type { Balance } from '@proofmark/matching/balance'
import type { Line } from '@proofmark/matching/line'

interface Marked {
  readonly marks: readonly Mark[]
}

/** The line of a balance that speaks of the marks. */
export const serialLineOf = (lines: readonly Line[]): Line | undefined => lines.find(({ field }) => field === 'serial')

/** The two marks that a balance speaks of, laid over each other. Worked out for what is shown alone. */
export function presentAlignment(
  balance: Balance,
  asked: Marked,
  recorded: Marked,
  lines: readonly Line[],
): Alignment | null {
  const line = serialLineOf(lines)
  const found = line && balance.alignment(asked, recorded, line)
  if (!found) return null
  const columns = found.columns.map(({ asked: query, recorded: record, says, bits }) => ({ query, record, says, bits }))
  return { columns, whole: found.whole }
}
