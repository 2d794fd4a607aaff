import { randomUUID } from 'node:crypto'
import { STRIKERS } from '@proofmark/contract/route'
import type { CaseEntrySaid } from '@proofmark/contract/schemas/case-entry'
import type { ThingStrikeRequest } from '@proofmark/contract/schemas/thing'
import type { ErasureReason } from '@proofmark/contract/thing-words'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { strikeWords } from '../../store/strike-words.ts'
import { mayStrike } from '../policy/strike.ts'
import { erasureOf } from '../queries/erasure.ts'
import { needThing } from '../queries/things.ts'
import { type WordsRow, wordsAt } from '../queries/words-of-others.ts'
import { saidHash } from '../rules/said-hash.ts'
import { anyStandsIn } from '../rules/stands-in.ts'
import { takeTurn } from './hold-case.ts'

type Strike = Omit<ThingStrikeRequest, 'grounds'>

/** Those of the named rows that the reader may strike and that name the person indeed. */
async function namingRows(context: Context, { places, words }: Strike): Promise<WordsRow[]> {
  const strikable = await mayStrike(context)
  const rows: WordsRow[] = []
  for (const { place, of, id } of places) {
    if (place === 'log') continue
    const [row] = (await wordsAt(context, place, id)).filter((each) => each.of === of)
    if (row && strikable(row.vis) && anyStandsIn(row.texts, words) !== null) rows.push(row)
  }
  return rows
}

const IN_CASE: readonly string[] = ['entry', 'document', 'graph']

/** Says in the case that words of it were struck, in the class of what they stood in: it names no person. */
async function sayStruck(context: Context, row: WordsRow, reason: ErasureReason): Promise<void> {
  const { query, reader, recordSecret } = context
  const [of, id] = [row.case!, randomUUID()]
  const said = { kind: 'struck', of: row.id, what: row.place, reason } as CaseEntrySaid
  await takeTurn(context, of)
  await query
    .insertInto('case_entry')
    .values({
      ...{ case_id: of, id, vis: row.vis!, agency_id: reader.agency?.id ?? null, kind: said.kind },
      ...{ said: JSON.stringify(said), content_hmac: saidHash(recordSecret, { case: of, said }) },
      said_by: reader.account,
    })
    .execute()
}

/**
 * Strikes words in which somebody stands whose data were erased, place by place. What was said keeps its kind, its author and
 * its hash; the case says that its words were struck, and why. A place that the reader may not strike or where nobody of these
 * words stands is passed over. An entry of the log under which the bodies of others go. Throws `role_needed`, `not_found` and
 * `thing_not_erased`.
 */
export async function strikePlaces(context: Context, strike: Strike): Promise<number> {
  const { client, query, reader, audit } = context
  if (!reader.installer) needRole(reader, STRIKERS)
  const thing = await needThing(context, strike.thing)
  const reason = await erasureOf(context, thing.id)
  const rows = await namingRows(context, strike)
  const logs = strike.places.filter(({ place }) => place === 'log').map(({ id }) => id)
  const under = await audit({
    action: 'thing.words_struck',
    subjects: [thing.id, ...rows.map(({ id }) => id), ...logs],
    body: { reason, places: rows.length + logs.length },
  })
  for (const row of rows) {
    await strikeWords(client, row)
    if (IN_CASE.includes(row.place) && row.case !== null) await sayStruck(context, row, reason)
  }
  const struck = [...rows]
  if (reader.roles.includes('data_protection_officer'))
    for (const id of logs) {
      const { rows: done } = await client.query<{ done: boolean }>('SELECT strike_log($1, $2, $3, $4) AS done', [
        reader.agency?.id ?? null,
        id,
        strike.words,
        under,
      ])
      if (done[0]?.done)
        struck.push({ place: 'log', of: id, id, kind: null, case: null, vis: null, at: context.now, texts: [] })
    }
  for (const { place, of, id } of struck)
    await query
      .insertInto('struck_words')
      .values({ place, of_id: of, id, thing_id: thing.id, reason, struck_by: reader.account, entry_id: under })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  return struck.length
}
