import { ProofmarkError } from '@proofmark/contract/errors'
import { THING_ERASERS } from '@proofmark/contract/route'
import type { ThingWordsRequest } from '@proofmark/contract/schemas/thing'
import { STRUCK_PLACES } from '@proofmark/contract/thing-words'
import { STRONG_FIELDS } from '@proofmark/domain/identifiers/value-fields'
import type { Context } from '../../access/context.ts'
import { needRole } from '../../access/policy/role.ts'
import { mayStrike } from '../policy/strike.ts'
import { casesOf } from '../queries/case-file.ts'
import { shownPersons } from '../queries/shown-persons.ts'
import { needThing, type Thing, valuesOf } from '../queries/things.ts'
import { logNaming, type WordsRow, wordsAt } from '../queries/words-of-others.ts'
import { anyStandsIn, type Stands } from '../rules/stands-in.ts'

const MOST_LISTED = 200
const NAMED: readonly string[] = ['name', 'alias', ...STRONG_FIELDS]

export interface FoundWords extends Omit<WordsRow, 'texts' | 'vis' | 'case'> {
  readonly case: { readonly id: string; readonly reference: string } | null
  readonly stands: Stands
  readonly mayStrike: boolean
}

/** By what somebody is sought in words: what the reader gives, or what is known as long as they may be told of it. */
async function soughtOf(context: Context, thing: Thing, given: readonly string[]): Promise<readonly string[]> {
  if (given.length > 0) return given
  const shown = await shownPersons(context, [thing.id], false)
  const values = shown.withheld(thing) === null ? await valuesOf(context, [thing.id]) : []
  const known = values.flatMap(({ field, value }) => (value !== null && NAMED.includes(field) ? [value] : []))
  if (known.length === 0) throw new ProofmarkError('words_needed')
  return known
}

/**
 * Where names or numbers of somebody stand in what others wrote, as far as the reader may read it: places, never what is
 * written there. What they are sought by is kept nowhere. Throws `role_needed`, `not_found`, `words_needed`.
 */
export async function findWords(
  context: Context,
  { thing: id, words }: Omit<ThingWordsRequest, 'grounds'>,
): Promise<{ readonly places: readonly FoundWords[]; readonly more: boolean }> {
  const { reader, audit } = context
  needRole(reader, THING_ERASERS)
  const thing = await needThing(context, id)
  const sought = await soughtOf(context, thing, words)
  const own = new Map((await casesOf(context)).map(({ id: of, reference }) => [of, { id: of, reference }]))
  const strikable = await mayStrike(context)
  const places: FoundWords[] = []
  for (const place of STRUCK_PLACES) {
    if (place === 'log') continue
    for (const { texts, vis, case: of, ...row } of await wordsAt(context, place)) {
      const stands = row.of === thing.id ? null : anyStandsIn(texts, sought)
      if (stands !== null) places.push({ ...row, stands, case: own.get(of ?? '') ?? null, mayStrike: strikable(vis) })
    }
  }
  if (reader.roles.includes('data_protection_officer'))
    for (const { actor, ...row } of await logNaming(context, sought, MOST_LISTED + 1))
      places.push({
        place: 'log',
        of: row.id,
        ...row,
        case: null,
        stands: 'whole',
        mayStrike: actor !== reader.account,
      })
  await audit({ action: 'thing.words_found', subjects: [thing.id], body: { places: places.length } })
  return { places: places.slice(0, MOST_LISTED), more: places.length > MOST_LISTED }
}
