import type { CaseItemKind } from '@proofmark/contract/case-desk-words'
import type { Context } from '../../access/context.ts'
import { type CaseEntry, standingOf } from '../rules/case-standing.ts'
import { type CaseFile, casesOf } from './case-file.ts'
import { entriesOf } from './entries.ts'
import { readItems } from './items.ts'

export interface ItemName {
  readonly kind: CaseItemKind
  readonly id: string
}

/** That something stands in a case: by an entry, or as a thing that was recorded there. */
export interface Held extends ItemName {
  readonly file: CaseFile
  readonly title: string
  readonly state: ReturnType<typeof standingOf>['state']
  readonly entry: CaseEntry | null
  readonly finding: string | null
}

const nameOf = ({ kind, id }: ItemName) => `${kind}:${id}`

type Tie = ItemName & { readonly file: string }

/** Those of which the reader may read the item itself: what a case keeps from them is not confirmed to whoever guesses it. */
async function readable(context: Context, ties: readonly Tie[]): Promise<readonly Tie[]> {
  const read: Tie[] = []
  for (const [kind, own] of Map.groupBy(ties, (tie) => tie.kind)) {
    const shown = await readItems(context, kind, [...new Set(own.map(({ id }) => id))])
    read.push(...own.filter(({ id }) => shown.has(id)))
  }
  return read
}

/**
 * In which of the cases that the reader was let into these stand, the case that was opened last first. Ties are looked up under
 * their ends, so that what it costs depends on the items and not on how many cases there are.
 */
export async function holdingOf(context: Context, items: readonly ItemName[]): Promise<Held[]> {
  const asked = new Set(items.map(nameOf))
  const { rows } = await context.client.query<Tie>(
    `SELECT DISTINCT t.node_kind AS kind, t.node_id AS id, t.other_id AS file FROM tie t
     WHERE t.node_id = ANY ($1::uuid[]) AND t.other_kind = 'case' AND t.relation = 'in_case' AND t.withdrawn_at IS NULL`,
    [items.map(({ id }) => id)],
  )
  const tied = await readable(
    context,
    rows.filter((row) => asked.has(nameOf(row))),
  )
  if (tied.length === 0) return []
  const holders = new Set(tied.map(({ file }) => file))
  const files = (await casesOf(context)).filter(({ id }) => holders.has(id))
  const entries = await entriesOf(
    context,
    files.map(({ id }) => id),
  )
  return files.flatMap((file): Held[] => {
    const { title, state, items: given } = standingOf(entries.get(file.id) ?? [])
    const by = given.flatMap((entry): Held[] => {
      const { kind, id, finding = null } = entry.said.item
      return id !== null && asked.has(nameOf({ kind, id })) ? [{ file, title, state, kind, id, entry, finding }] : []
    })
    const named = new Set(by.map(nameOf))
    const recorded = tied
      .filter((tie) => tie.file === file.id && !named.has(nameOf(tie)))
      .map(({ kind, id }): Held => ({ file, title, state, kind, id, entry: null, finding: null }))
    return [...by, ...recorded]
  })
}
