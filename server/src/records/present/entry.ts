import type { Locale } from '@proofmark/contract/locales'
import type { Say } from '@proofmark/contract/messages'
import type { EntryAnswer, EntryHints } from '@proofmark/contract/schemas/entry'
import type { Entered } from '../commands/enter-record.ts'
import type { ShownHints } from '../commands/show-hints.ts'
import { presentHint } from './hint.ts'
import { presentItem, presentWord } from './item.ts'

/** What whoever entered a record is told of it. */
export function presentEntered({ item, missing, ...entered }: Entered): EntryAnswer {
  return { ...entered, read: presentItem(item), missing: [...missing] }
}

/** What whoever is about to enter a record is told of it, in words. */
export function presentHints(
  { item, hints, dates, problem, missing, twins }: ShownHints,
  say: Say,
  locale: Locale,
): EntryHints {
  return {
    read: presentItem(item),
    importer: presentWord(item.importer),
    dates,
    hints: hints.map((hint) => presentHint(hint, say, locale)),
    problem: problem && {
      field: problem.field,
      value: problem.value,
      reason: say(problem.reason.id, problem.reason.parameters),
      accepted: say(problem.accepted.id, problem.accepted.parameters),
    },
    missing: [...missing],
    twins: twins && { count: twins.count, records: twins.records.map((twin) => ({ ...twin })) },
  }
}
