import type { Finding, LogReport } from '@proofmark/proofs/log-findings'
import { parseVerifierKey, type VerifierKey } from '@proofmark/proofs/note-key'
import { type LogLeaf, verifyLogStream } from '@proofmark/proofs/verify-log'
import type pg from 'pg'
import { inTransaction } from '../../store/transaction.ts'
import { ACCESS_TREE } from './access-tree.ts'
import type { LedgerTree, PlacedLeaf } from './tree.ts'

/** A fault that only the tables can show, beside those that the tree shows. */
export type TableFinding =
  /** The leaf stands, the entry that it commits to is gone. */
  | { readonly kind: 'entry_removed'; readonly index: number; readonly id: string }
  /** The entry stands, but neither has a leaf nor waits for one. */
  | { readonly kind: 'entry_unplaced'; readonly id: string }
  /** The tree that is grown on is not the tree of the leaves. */
  | { readonly kind: 'frontier_differs'; readonly size: number; readonly leaves: number }

export interface LogVerdict extends LogReport {
  readonly tableFindings: readonly TableFinding[]
  /** Written entries that wait for their place. */
  readonly pending: number
  /** For each leaf with a finding of the tree, the entry at its place. */
  readonly entryAt: (index: number) => string | null
}

const PAGE = 5_000
const FINDINGS_LIMIT = 1_000

async function* readLeaves(client: pg.ClientBase, tree: LedgerTree): AsyncGenerator<PlacedLeaf> {
  for (let after = -1; ; ) {
    const page = await tree.placed(client, after, PAGE)
    yield* page
    if (page.length < PAGE) return
    after = page[page.length - 1]!.index
  }
}

async function tableFindings(
  client: pg.ClientBase,
  { entries, queue, leaves: leafTable, frontier: frontierTable }: LedgerTree,
  size: number,
): Promise<{ findings: TableFinding[]; pending: number }> {
  const { rows: unplaced } = await client.query<{ id: string }>(
    `SELECT e.id FROM ${entries} e
     WHERE NOT EXISTS (SELECT FROM ${leafTable} l WHERE l.entry_id = e.id)
       AND NOT EXISTS (SELECT FROM ${queue} q WHERE q.entry_id = e.id)
     LIMIT ${FINDINGS_LIMIT}`,
  )
  const findings: TableFinding[] = unplaced.map(({ id }) => ({ kind: 'entry_unplaced', id }))
  const { rows } = await client.query<{ pending: string; frontier: string | null; leaves: string }>(
    `SELECT (SELECT count(*) FROM ${queue}) AS pending, (SELECT size FROM ${frontierTable}) AS frontier,
       (SELECT count(*) FROM ${leafTable}) AS leaves`,
  )
  const frontier = Number(rows[0]?.frontier ?? 0)
  const leaves = Number(rows[0]?.leaves ?? 0)
  if (frontier !== leaves) findings.push({ kind: 'frontier_differs', size: frontier, leaves: size })
  return { findings, pending: Number(rows[0]?.pending ?? 0) }
}

async function storedCheckpoints(
  client: pg.ClientBase,
  tree: LedgerTree,
): Promise<{ notes: string[]; keys: VerifierKey[] }> {
  const notes = await client.query<{ note: string }>(`SELECT note FROM ${tree.checkpoints} ORDER BY size`)
  const keys = await client.query<{ key: string }>(`SELECT key FROM ${tree.keys} ORDER BY since`)
  return { notes: notes.rows.map(({ note }) => note), keys: keys.rows.map(({ key }) => parseVerifierKey(key)) }
}

/**
 * Examines one of the trees whole and in one snapshot, as the log's own login: every entry against its leaf, every body that
 * is not erased against its commitment, the leaves against the checkpoints kept here and those handed in, which were kept
 * elsewhere. Tampering is provable against a checkpoint that the tamperer did not hold; no more than that is promised.
 */
export async function verifyTree(
  pool: pg.Pool,
  tree: LedgerTree,
  origin: string,
  kept: readonly string[],
): Promise<LogVerdict> {
  return inTransaction(
    pool,
    async (client) => {
      const { notes, keys } = await storedCheckpoints(client, tree)
      const entries = new Map<number, string>()
      const removed: TableFinding[] = []
      async function* leaves(): AsyncGenerator<LogLeaf> {
        for await (const { index, entry, leafHash, shown } of readLeaves(client, tree)) {
          entries.set(index, entry)
          if (shown === null) removed.push({ kind: 'entry_removed', index, id: entry })
          yield { index, leafHash, ...shown }
        }
      }
      const report = await verifyLogStream({ origin, keys, checkpoints: [...notes, ...kept] }, leaves())
      const { findings, pending } = await tableFindings(client, tree, report.size)
      const all = [...removed, ...findings].slice(0, FINDINGS_LIMIT)
      const none = report.size === 0 && report.findings.length === 0
      const sound = all.length === 0 && (report.sound || none)
      return { ...report, sound, tableFindings: all, pending, entryAt: (index) => entries.get(index) ?? null }
    },
    'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  )
}

/** The same for the tree of access. */
export const verifyAccessLog = (pool: pg.Pool, origin: string, kept: readonly string[]): Promise<LogVerdict> =>
  verifyTree(pool, ACCESS_TREE, origin, kept)

/** The place in the tree that a finding is about, where it is about one. */
export function indexOf(finding: Finding | TableFinding): number | null {
  if ('index' in finding) return finding.index
  return finding.kind === 'gap' ? finding.from : null
}
