import { modelKey } from '@proofmark/domain/model-table'
import { MeaningContext, type Surroundings, shapeOf } from '@proofmark/domain/proposals/context'
import { type Proposal, proposeMeanings } from '@proofmark/domain/proposals/propose'
import type { VocabularyField } from '@proofmark/domain/vocabulary-field'
import type { Context } from '../../access/context.ts'
import { stewardsAgency } from '../policy/stewards-agency.ts'
import { agencyClasses } from './agency-classes.ts'
import { usualSpellings } from './count-waiting.ts'
import { loadVocabulary } from './vocabulary.ts'

export interface AskedTexts {
  readonly texts: readonly {
    readonly field: VocabularyField
    readonly text: string
    readonly make?: string | undefined
  }[]
  readonly agency?: string | undefined
}

/** What a text may mean, and how many records with it were looked at. */
export interface ProposedText {
  readonly records: number
  readonly proposals: readonly Proposal[]
}

/** Records from which is learned what stands beside a meaning. Their order is that of their keyed hashes, so by lot. */
const MOST_LEARNED = 12_000
/** Records with a text that are looked at. */
const MOST_BESIDE = 200

interface Beside {
  readonly make: string | null
  readonly model: string | null
  readonly calibre: string | null
  readonly type: string | null
  readonly country: string | null
  readonly norm: string | null
  readonly stated: string | null
}

const COLUMNS = `g.make, g.model, g.calibre, g.type, g.norm, g.item->'country'->>'code' AS country, g.item->'model'->>'stated' AS stated`

function surroundingsOf({ make, calibre, type, country, norm, stated }: Beside, field: VocabularyField): Surroundings {
  const model = stated === null ? '' : modelKey(stated)
  return {
    ...(make !== null && field !== 'make' && { make }),
    ...(model !== '' && field !== 'model' && { model }),
    ...(calibre !== null && field !== 'calibre' && { calibre }),
    ...(type !== null && field !== 'type' && { type }),
    ...(country !== null && field !== 'country' && { country }),
    ...(norm !== null && norm.length > 2 && { shape: shapeOf(norm) }),
  }
}

/** The column of a reading that holds the code of a field; a mark has none, and an importer is too rare to be learned of. */
const CODE_OF = { make: 'make', model: 'model', calibre: 'calibre', type: 'type', country: 'country' } as const
type Learned = keyof typeof CODE_OF
const isLearned = (field: VocabularyField): field is Learned => field in CODE_OF

/**
 * What texts may mean that wait for the agency's curators, each with why: by what they are written like, and by what the
 * records with them state beside them. Only the agency's own records are looked at, as far as the reader may see them.
 * Throws what `stewardsAgency` throws.
 */
export async function proposals(context: Context, input: AskedTexts): Promise<ProposedText[]> {
  const agency = await stewardsAgency(context, input.agency)
  const classes = await agencyClasses(context, agency.id)
  const vocabulary = await loadVocabulary(context, agency.id)
  const learned = await learn(context, classes, new Set(input.texts.map(({ field }) => field)))
  const found: ProposedText[] = []
  for (const { field, text, make } of input.texts) {
    const beside = await besideText(context, classes, { field, text, make: make ?? null })
    const records = beside.map((each) => surroundingsOf(each, field))
    const asked = { field, text, make: make ?? null }
    const grounds = { vocabulary, context: learned.get(field) ?? null, records }
    found.push({ records: records.length, proposals: proposeMeanings(asked, grounds) })
  }
  return found
}

async function learn({ client }: Context, classes: readonly number[], fields: ReadonlySet<VocabularyField>) {
  const contexts = new Map<VocabularyField, MeaningContext>()
  for (const field of fields) if (isLearned(field)) contexts.set(field, new MeaningContext())
  if (contexts.size === 0) return contexts
  const { rows } = await client.query<Beside>(
    `SELECT ${COLUMNS} FROM reading g WHERE g.vis = ANY ($1::int4[]) ORDER BY g.record_id LIMIT $2`,
    [classes, MOST_LEARNED],
  )
  for (const row of rows) {
    for (const [field, context] of contexts) {
      const code = row[CODE_OF[field as Learned]]
      if (code !== null) context.add(code, surroundingsOf(row, field))
    }
  }
  return contexts
}

async function besideText(
  { client }: Context,
  classes: readonly number[],
  { field, text, make }: { readonly field: VocabularyField; readonly text: string; readonly make: string | null },
): Promise<Beside[]> {
  const { rows } = await client.query<Beside>(
    `SELECT ${COLUMNS} FROM (
       SELECT record_id FROM unread_text
       WHERE vis = ANY ($1::int4[]) AND field = $2 AND text = ANY ($3::text[]) AND (field <> 'model' OR make IS NOT DISTINCT FROM $4)
       ORDER BY record_id LIMIT $5
     ) AS u JOIN reading g ON g.record_id = u.record_id`,
    [classes, field, usualSpellings(text.trim()), make, MOST_BESIDE],
  )
  return rows
}
