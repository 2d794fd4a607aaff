import { writeEntries } from '../../access/commands/write-entries.ts'
import type { Context, EntryDraft } from '../../access/context.ts'
import type { NamedGround } from '../queries/named/ground.ts'
import type { Mention } from '../rules/graph/named/mention.ts'

const ACTIONS = { record: 'record.persons_seen', recovery: 'recovery.persons_seen' } as const

/**
 * An entry of the log for each record and each recovery whose persons are shown, with the case on whose ground they are, so that
 * who saw a name can be told apart from who saw the firearm; and one for the victims and witnesses among them.
 */
export async function logNamed(
  context: Context,
  ground: NamedGround | null,
  mentions: readonly Mention[],
): Promise<void> {
  if (ground === null) return
  const by = Map.groupBy(mentions, (mention) => `${mention.by.kind} ${mention.by.id}`)
  const entries = [...by.values()].flatMap((own): EntryDraft[] => {
    const { kind, id } = own[0]!.by
    const subjects = [id, ground.case]
    const seen: EntryDraft = {
      action: ACTIONS[kind],
      subjects,
      body: { case: ground.case, names: own.some(({ name }) => name !== null) },
    }
    return own.some((each) => each.protected) ? [seen, { action: 'graph.protected_seen', subjects }] : [seen]
  })
  await writeEntries(context, entries)
}
