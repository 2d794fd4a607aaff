import type { NodeKind } from '@proofmark/contract/case-words'
import { VALUE_FIELDS } from '@proofmark/domain/identifiers/value-fields'
import type { Context } from '../../access/context.ts'
import { seesNames } from '../policy/named-persons.ts'
import { type NodeName, nodeNamed } from '../rules/graph/node.ts'
import { valueKey } from '../rules/value-key.ts'
import { containing, foundRecords, MOST_OF_KIND } from './found-records.ts'

/** What is found by its beginning needs so many characters: one letter begins everything. */
const LEAST_BEGINNING = 2
/** Beyond every text that begins alike, in the order of bytes. */
const LAST_CHARACTER = '\u{10FFFF}'

/** Things that the reader may see of which a value stands under this condition, the first of them in its order. */
const HOLDING = (where: string, order: string) => `
  (SELECT x.id, x.kind FROM thing_value v JOIN thing x ON x.id = v.thing_id
   WHERE v.withdrawn_at IS NULL AND (x.kind <> 'person' OR $2) AND ${where}
   ORDER BY ${order}, x.id LIMIT ${3 * MOST_OF_KIND})`
/** The beginning of a value, its last word, and those between its first and its last, of which the second to the fifth are kept. */
const WORD_COLUMNS = ['begins', 'last_word', 'second_word', 'third_word', 'fourth_word', 'fifth_word']
/** As much of a value is kept as its beginning. */
const ASKED = 'lower(left($3, 60))'
/** The same by the beginning of a value or of one of its words, class by class: the first of each, however many others hide. */
const BEGINNING = (column: string) => `
  (SELECT found.id, found.kind FROM unnest($5::int4[]) AS class (vis) CROSS JOIN LATERAL (
     SELECT x.id, x.kind, v.${column} AS at FROM thing_value v JOIN thing x ON x.id = v.thing_id
     WHERE v.vis = class.vis AND v.withdrawn_at IS NULL AND (x.kind <> 'person' OR $2) AND v.field <> 'note'
       AND v.${column} >= ${ASKED} AND v.${column} < ${ASKED} || $4
     ORDER BY v.${column}, x.id LIMIT ${3 * MOST_OF_KIND}
   ) AS found ORDER BY found.at, found.id LIMIT ${3 * MOST_OF_KIND})`

/**
 * Things by a value that reads as the text does, whatever it is of, and by the beginning of a value or of one of its words; whoever
 * sees no names finds no person by one.
 */
async function things({ client, reader, recordSecret }: Context, text: string): Promise<NodeName[]> {
  const keys = new Map(
    VALUE_FIELDS.map((field) => valueKey(recordSecret, field, text)).map((key) => [key?.toString('hex'), key]),
  )
  const known = [...keys.values()].filter((key) => key !== null)
  const begins = [...text].length >= LEAST_BEGINNING
  const ways = [HOLDING('v.key = ANY ($1::bytea[])', 'v.key'), ...(begins ? WORD_COLUMNS.map(BEGINNING) : [])]
  const { rows } = await client.query<{ id: string; kind: NodeKind }>(
    `SELECT DISTINCT kind, id FROM (${ways.join(' UNION ALL ')}) AS found ORDER BY kind, id LIMIT ${3 * MOST_OF_KIND}`,
    [known, seesNames(reader), ...(begins ? [text, LAST_CHARACTER, reader.classes] : [])],
  )
  return rows.map(({ id, kind }) => nodeNamed(kind, id))
}

/** Of the cases that the reader was let into, those whose reference holds the text. */
async function cases({ client, reader }: Context, text: string): Promise<NodeName[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM case_file
     WHERE id IN (SELECT compartment_id FROM compartment_member WHERE account_id = $2) AND reference ILIKE $1
     ORDER BY reference, id LIMIT ${MOST_OF_KIND}`,
    [containing(text), reader.account],
  )
  return rows.map(({ id }) => nodeNamed('case', id))
}

/** Nodes to start from: things by their values, cases by their reference, firearms by a mark or by words of a record. */
export const foundNodes = async (context: Context, text: string): Promise<NodeName[]> => [
  ...(await cases(context, text)),
  ...(await foundRecords(context, text)).map((id) => nodeNamed('record', id)),
  ...(await things(context, text)),
]
