import { ProofmarkError } from '@proofmark/contract/errors'
import type { RowKind } from '@proofmark/domain/row-kind'
import { createVocabulary, vocabularyKey } from '@proofmark/domain/vocabulary'
import type { Context } from '../../access/context.ts'
import type { Refused, SeveralDecisions } from '../commands/decide-several.ts'
import { stewardsAgency } from '../policy/stewards-agency.ts'
import { checkMeaning, checkText, type DecidedMeaning, type DecidedText } from '../rules/check-decision.ts'
import { type PackedItem, unpackItem } from '../rules/packed-item.ts'
import { readStated } from '../rules/read-stated.ts'
import { ChangeTally, changesBetween, type ReadingChange } from '../rules/reading-changes.ts'
import { withName } from '../rules/with-name.ts'
import { agencyClasses } from './agency-classes.ts'
import { countSpellings } from './unread-queue.ts'
import { allDecisions, loadVocabulary } from './vocabulary.ts'

/** A record that would read otherwise. */
export interface ChangedSample extends ReadingChange {
  readonly record: string
}

export interface DecisionsPreview extends ReturnType<ChangeTally['largest']> {
  /** Records that hold one of the texts, how many of them were read, and how many of these would read otherwise. */
  readonly records: number
  readonly read: number
  readonly changed: number
  readonly samples: readonly ChangedSample[]
  /** Decisions that would be refused, by their place among those that were asked about. */
  readonly refused: readonly (Refused['refused'] & { readonly at: number })[]
}

/** Records that a preview reads: what is left out is counted, and changes in the same way. */
const MOST_READ = 2_000
const SHOWN_CHANGES = 100
const SAMPLES = 10

type Checked = readonly { readonly text: DecidedText; readonly meaning: DecidedMeaning }[]

async function checked(context: Context, agency: string, input: SeveralDecisions) {
  let vocabulary = await loadVocabulary(context, agency)
  const good: { text: DecidedText; meaning: DecidedMeaning }[] = []
  const refused: (Refused['refused'] & { at: number })[] = []
  for (const [at, each] of input.decisions.entries()) {
    try {
      const text = checkText(each, vocabulary)
      const meaning = checkMeaning(text, each.means, vocabulary)
      vocabulary = withName(vocabulary, text, meaning)
      good.push({ text, meaning })
    } catch (failure) {
      if (!(failure instanceof ProofmarkError)) throw failure
      refused.push({ at, code: failure.code, parameters: failure.parameters })
    }
  }
  return { good, refused }
}

/** The spellings under which the texts wait, as the records have them. */
async function spellingsOf(context: Context, classes: readonly number[], decisions: Checked) {
  const wanted = new Set(decisions.map(({ text: { field, make, key } }) => JSON.stringify([field, make, key])))
  const fields = new Set(decisions.map(({ text }) => text.field))
  const all = await Promise.all([...fields].map((field) => countSpellings(context, classes, field)))
  return all.flat().filter(({ field, make, text }) => {
    const key = vocabularyKey(field, text)
    return key !== null && wanted.has(JSON.stringify([field, make, key]))
  })
}

/**
 * What decisions on waiting texts would change, together: in how many records, in which way, and some of them before and
 * after. Nothing is decided. Throws what `stewardsAgency` throws.
 */
export async function previewDecisions(context: Context, input: SeveralDecisions): Promise<DecisionsPreview> {
  const agency = await stewardsAgency(context, input.agency)
  const classes = await agencyClasses(context, agency.id)
  const { good, refused } = await checked(context, agency.id, input)
  const spellings = await spellingsOf(context, classes, good)
  const texts = spellings.map(({ text }) => text)
  const { rows } = await context.client.query<{
    id: string
    packed: PackedItem
    stated: Record<string, string>
    rowKind: RowKind
  }>(
    `SELECT g.record_id AS id, g.item AS packed, v.stated, v.row_kind AS "rowKind"
     FROM (
       SELECT DISTINCT u.record_id FROM unread_text u
       JOIN unnest($2::text[], $3::text[], $4::text[]) AS t (field, text, make) ON u.field = t.field AND u.text = t.text
         AND (u.field <> 'model' OR u.make IS NOT DISTINCT FROM t.make)
       WHERE u.vis = ANY ($1::int4[]) ORDER BY u.record_id LIMIT $5
     ) AS u JOIN reading g ON g.record_id = u.record_id
     JOIN record_version v ON v.record_id = g.record_id AND v.version = g.version ORDER BY g.record_id`,
    [classes, spellings.map(({ field }) => field), texts, spellings.map(({ make }) => make), MOST_READ],
  )
  const decisions = await allDecisions(context, agency.id)
  const last = BigInt(decisions.at(-1)?.id ?? 0)
  const vocabulary = createVocabulary([
    ...decisions,
    ...good.map(({ text, meaning }, at) => ({
      id: String(last + BigInt(at + 1)),
      field: text.field,
      stated: text.text,
      make: text.make,
      ...meaning,
    })),
  ])
  const tally = new ChangeTally()
  const samples: ChangedSample[] = []
  let changed = 0
  for (const { id, packed, stated, rowKind } of rows) {
    const changes = changesBetween(unpackItem(packed), readStated(stated, rowKind, vocabulary))
    if (changes.length > 0) changed++
    for (const change of changes) tally.add(change)
    if (samples.length < SAMPLES && changes[0]) samples.push({ record: id, ...changes[0] })
  }
  // A record may hold several of the texts; where not all were read, what is left out is counted by its texts.
  const counted = spellings.reduce((sum, { records }) => sum + records, 0)
  return {
    records: rows.length < MOST_READ ? rows.length : Math.max(rows.length, counted),
    read: rows.length,
    changed,
    ...tally.largest(SHOWN_CHANGES),
    samples,
    refused,
  }
}
