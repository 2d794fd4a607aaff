import type { EntryHints } from '@proofmark/contract/schemas/entry'
import { isUnknowable, saidBy } from './draft.ts'
import type { EntryState } from './entry-desk.ts'
import { canBeFilled } from './fields.ts'

const listed = (fields: string | number | undefined) => String(fields ?? '').split(', ')

/** Fields for which the entry was sent back, as the server named them. */
export function refusedFields({ sending }: EntryState): readonly string[] {
  if (sending.kind !== 'refused') return []
  const { code, parameters } = sending.error
  if (code === 'entry_incomplete' || code === 'entry_contradicts') return listed(parameters.fields)
  return code === 'entry_unreadable' ? listed(parameters.field) : []
}

/**
 * What of the minimum data set is still missing, as far as it is known: by the last hints, else by the refusal. What has
 * been filled in since is left out at once, before the server has said so.
 */
export function missingFields(state: EntryState): readonly string[] {
  const { hints, sending, draft } = state
  const incomplete = sending.kind === 'refused' && sending.error.code === 'entry_incomplete'
  const named = hints ? hints.missing.filter(canBeFilled) : incomplete ? refusedFields(state) : []
  const said = saidBy(draft)
  if (said === null) return named
  const texts: Readonly<Record<string, string | undefined>> = said.stated
  const unknown = said.notKnown ?? {}
  return named.filter((field) => {
    if (texts[field] !== undefined || (isUnknowable(field) && unknown[field] !== undefined)) return false
    return field !== 'serial' || texts.serial_state === undefined
  })
}

/** What would be refused of a field, by the last hints; nothing once the text is another. */
export function problemOf({ hints, draft }: EntryState, field: string): EntryHints['problem'] {
  const problem = hints?.problem
  if (!problem || problem.field !== field) return null
  const texts: Readonly<Record<string, string | undefined>> = draft.stated
  return texts[field]?.trim() === '' ? null : problem
}
