import type { NodeKind } from '@proofmark/contract/case-words'
import { LONGEST_WORD, MOST_WORDS } from '@proofmark/contract/searched-fields'
import { searchedWords } from '@proofmark/domain/searched-words'
import { norm, skeleton } from '@proofmark/domain/serial-norm'
import { exactKeys } from '@proofmark/matching/query-keys'
import type { Context } from '../../access/context.ts'
import { candidatesByKeys } from '../../linkage/queries/candidates.ts'
import { recordsByWords } from '../../linkage/queries/records-by-words.ts'
import { seesNames } from '../policy/named-persons.ts'
import { type NodeName, nodeNamed } from '../rules/graph/node.ts'

const MOST_OF_KIND = 20
/** A word in more records than these is none to start from. */
const MOST_POSTED = 10_000

const contains = (text: string): string => `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`

/** Things of which a value holds the text; whoever sees no names finds no person by one. */
async function things({ client, reader }: Context, text: string): Promise<NodeName[]> {
  const { rows } = await client.query<{ id: string; kind: NodeKind }>(
    `SELECT x.id, x.kind FROM thing x
     WHERE EXISTS (
       SELECT FROM thing_value v WHERE v.thing_id = x.id AND v.withdrawn_at IS NULL AND v.field <> 'note' AND v.value ILIKE $1
     ) AND (x.kind <> 'person' OR $2) ORDER BY x.kind, x.id LIMIT ${3 * MOST_OF_KIND}`,
    [contains(text), seesNames(reader)],
  )
  return rows.map(({ id, kind }) => nodeNamed(kind, id))
}

async function cases({ client }: Context, text: string): Promise<NodeName[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM case_file WHERE reference ILIKE $1 ORDER BY reference, id LIMIT ${MOST_OF_KIND}`,
    [contains(text)],
  )
  return rows.map(({ id }) => nodeNamed('case', id))
}

/** Records under the mark, and those under the words. */
async function records(context: Context, text: string): Promise<NodeName[]> {
  const mark = skeleton(norm(text))
  const marked = mark === '' ? [] : await candidatesByKeys(context, exactKeys({ skeleton: mark }))
  const words = [...new Set(searchedWords(text).runs.map(({ word }) => word))]
  const postable = words.length > 0 && words.length <= MOST_WORDS && words.every((word) => word.length <= LONGEST_WORD)
  const worded = postable ? await recordsWith(context, words) : []
  return [...marked.slice(0, MOST_OF_KIND).map(({ record }) => record), ...worded].map((id) => nodeNamed('record', id))
}

async function recordsWith(context: Context, words: readonly string[]): Promise<string[]> {
  const page = await recordsByWords(context, [words], { after: null, limit: MOST_OF_KIND }, MOST_POSTED)
  return page.records.map(({ record }) => record)
}

/** Nodes to start from: things by their values, cases by their reference, firearms by a mark or by words of a record. */
export const foundNodes = async (context: Context, text: string): Promise<NodeName[]> => [
  ...(await cases(context, text)),
  ...(await records(context, text)),
  ...(await things(context, text)),
]
