import { ProofmarkError } from '@proofmark/contract/errors'
import { STRIKERS } from '@proofmark/contract/route'
import type { ThingPassagesRequest } from '@proofmark/contract/schemas/thing'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { mayStrike } from '../policy/strike.ts'
import { erasureOf } from '../queries/erasure.ts'
import { needThing } from '../queries/things.ts'
import { wordsAt } from '../queries/words-of-others.ts'
import { type Passage, passagesIn } from '../rules/passages.ts'
import { sayOnce } from './hold-case.ts'

/** Each look shows what stands around a word, and so the next word to look by: more looks at one place would read it through. */
const MOST_LOOKS = 6

/** Throws `passages_read_enough` where the reader looked at this place so often that they know who is meant. */
async function needLooksLeft(context: Context, place: string): Promise<void> {
  const { client, reader } = context
  await sayOnce(context, `passages ${place} ${reader.account}`)
  const { rows } = await client.query<{ looks: number }>(
    `SELECT count(*)::int4 AS looks FROM read_log($1, $2, $3, NULL, 500) WHERE action = 'thing.passages_read'`,
    [reader.agency?.id ?? null, reader.account, place],
  )
  if (rows[0]!.looks >= MOST_LOOKS) throw new ProofmarkError('passages_read_enough', { most: MOST_LOOKS })
}

/**
 * What would be struck at a place, as far as it tells whether the person is meant: for whoever may strike it, once the thing
 * was erased, and an entry of the log of its own before it is read. Throws `role_needed`, `not_found` for a place that is
 * hidden, is not the reader's to strike or names nobody, `thing_not_erased` and `passages_read_enough`.
 */
export async function readPassages(
  context: Context,
  { thing: id, words, place: { place, of, id: at } }: Omit<ThingPassagesRequest, 'grounds'>,
): Promise<readonly Passage[]> {
  const { reader, audit } = context
  if (!reader.installer) needRole(reader, STRIKERS)
  const thing = await needThing(context, id)
  await erasureOf(context, thing.id)
  const strikable = await mayStrike(context)
  const row = (await wordsAt(context, place, at)).find((each) => each.of === of && strikable(each.vis))
  const passages = row ? passagesIn(row.texts, words) : []
  if (!row || passages.length === 0) throw new ProofmarkError('not_found', { what: `${place}:${of}:${at}` })
  await needLooksLeft(context, row.id)
  await audit({
    action: 'thing.passages_read',
    subjects: [thing.id, row.id],
    body: { place, results: passages.length },
  })
  return passages
}
