import type { SubjectCategory } from '@proofmark/contract/case-words'
import { ProofmarkError } from '@proofmark/contract/errors'
import type { ThingListRequest } from '@proofmark/contract/schemas/thing'
import { sql } from 'kysely'
import type { Context } from '../../access/context.ts'
import { seesSubjects } from '../policy/subjects.ts'
import { shownPersons, type Withheld } from '../queries/shown-persons.ts'
import { labelsOf, type Thing } from '../queries/things.ts'
import { thingsOfCase } from '../queries/things-of-case.ts'
import { categoriesOf } from '../queries/ties.ts'
import { valueKey } from '../rules/value-key.ts'

export interface ListedThing extends Thing {
  readonly label: string | null
  readonly withheld: Withheld
  readonly isProtected: boolean
  readonly categories: readonly SubjectCategory[]
}

export interface ListedThings {
  readonly things: readonly ListedThing[]
  readonly hiddenPersons: number
  readonly next: number | null
}

/**
 * Things that the reader may see, the last recorded first; of one case (recorded in it, or tied to it as its subject or as given to
 * it), or of which a value is said. A value is looked for by what
 * it reads as, and by whoever may not see persons not among persons. Throws `not_found` for a case that is hidden or does not
 * exist.
 */
export async function listThings(context: Context, input: Omit<ThingListRequest, 'grounds'>): Promise<ListedThings> {
  const { query, reader, recordSecret, audit } = context
  const { kinds, find, protectedPersons, after, limit } = input
  const within = input.case?.toLowerCase()
  if (within !== undefined) {
    const found = await query.selectFrom('case_file').select('id').where('id', '=', within).executeTakeFirst()
    if (!found) throw new ProofmarkError('not_found', { what: within })
  }
  let asked = query
    .selectFrom('thing')
    .select(['id', 'kind', 'vis', 'case_id as case', 'agency_id as agency', 'opened_at as at'])
  if (within !== undefined) asked = asked.where('id', 'in', thingsOfCase(context, within))
  if (kinds !== undefined && kinds.length > 0) asked = asked.where('kind', 'in', kinds)
  if (find !== undefined) {
    const key = valueKey(recordSecret, find.field, find.value)
    const holding = query.selectFrom('thing_value').select('thing_id').where('withdrawn_at', 'is', null)
    asked = asked.where('id', 'in', key === null ? holding.where(sql<boolean>`false`) : holding.where('key', '=', key))
    if (!seesSubjects(reader)) asked = asked.where('kind', '<>', 'person')
  }
  const rows = await asked
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .offset(after)
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const persons = page.filter(({ kind }) => kind === 'person').map(({ id }) => id)
  const shown = await shownPersons(context, persons, protectedPersons)
  const labels = await labelsOf(context, page)
  const categories = await categoriesOf(context, persons)
  // Whose roles need no name sees that there is somebody, and not as what; a victim or a witness not at all.
  const told = page.filter((thing) => {
    const withheld = shown.withheld(thing)
    return withheld === null || (withheld === 'role' && !shown.isProtected(thing.id))
  })
  const things = told.map((thing) => {
    const withheld = shown.withheld(thing)
    return {
      ...thing,
      withheld,
      label: withheld === null ? (labels.get(thing.id) ?? null) : null,
      isProtected: shown.isProtected(thing.id),
      categories:
        withheld === null
          ? [...new Set(categories.filter((each) => each.thing === thing.id).map(({ category }) => category))].sort()
          : [],
    }
  })
  await audit({
    action: 'things.listed',
    subjects: [...(within === undefined ? [] : [within]), ...things.map(({ id }) => id)],
    body: { case: within ?? null, find: find ?? null, results: things.length },
  })
  const guarded = things.filter(({ isProtected, withheld }) => isProtected && withheld === null).map(({ id }) => id)
  if (protectedPersons && guarded.length > 0) await audit({ action: 'thing.protected_seen', subjects: guarded })
  return { things, hiddenPersons: page.length - told.length, next: rows.length > limit ? after + limit : null }
}
