import type { Context } from '../../access/context.ts'
import { standingOf } from '../rules/case-standing.ts'
import { casesOf } from './case-file.ts'
import { entriesOf } from './entries.ts'

/** What waits for the reader in the cases that they were let into. */
export interface CaseWaits {
  readonly handOvers: number
  readonly tasks: number
  readonly reviews: number
}

/** Hand-overs that are offered to the reader, open tasks that are theirs by name, and reviews of what they lead. */
export async function caseWaits(context: Context): Promise<CaseWaits> {
  const { reader, now } = context
  const files = await casesOf(context)
  if (files.length === 0) return { handOvers: 0, tasks: 0, reviews: 0 }
  const entries = await entriesOf(
    context,
    files.map(({ id }) => id),
  )
  const today = now.toISOString().slice(0, 10)
  const open = files
    .map(({ id, part }) => ({ part, standing: standingOf(entries.get(id) ?? []) }))
    .filter(({ standing }) => standing.state === 'open')
  const own = open.flatMap(({ standing }) => standing.tasks).filter((task) => task.for === reader.account)
  return {
    handOvers: open.filter(({ standing }) => standing.offer?.said.to === reader.account).length,
    tasks: own.filter(({ state }) => state === 'open').length,
    reviews: open.filter(
      ({ part, standing: { reviewOn } }) => part === 'lead' && reviewOn !== null && reviewOn <= today,
    ).length,
  }
}
