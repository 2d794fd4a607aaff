import { ProofmarkError } from '@proofmark/contract/errors'
import type { PackFault, PackShowRequest, PackStanding } from '@proofmark/contract/schemas/vocabulary-pack'
import type { Vocabulary } from '@proofmark/domain/vocabulary'
import type { Context } from '../../access/context.ts'
import { stewardsAgency } from '../policy/stewards-agency.ts'
import { type PackDecision, type PackEntry, RECORD_CLASSES } from '../rules/pack-file.ts'
import { type StandingRow, standingRows } from '../rules/pack-standing.ts'
import { loadVocabulary } from './vocabulary.ts'

/** A pack that an agency took in. */
export interface KnownPack {
  readonly id: string
  readonly name: string
  readonly state: string | null
  readonly keeper: string
  readonly licence: string
  readonly provenance: string
  readonly madeOn: string
  readonly sha256: string
  readonly rows: number
  /** Decisions that stand and came from it. */
  readonly standing: number
  readonly importedBy: string
  readonly importedAt: Date
  readonly takenBackBy: string | null
  readonly takenBackAt: Date | null
}

/** The packs that an agency took in, the last first, or the one of this number. */
async function findPacks({ client }: Context, agency: string, pack: string | null): Promise<KnownPack[]> {
  const { rows } = await client.query<KnownPack>(
    `SELECT p.id, p.name, p.state, p.keeper, p.licence, p.provenance, p.made_on::text AS "madeOn", p.sha256,
       (SELECT count(*)::int4 FROM vocabulary_pack_row r WHERE r.pack_id = p.id) AS rows,
       (SELECT count(*)::int4 FROM vocabulary_decision d WHERE d.pack_id = p.id AND NOT EXISTS (
         SELECT FROM vocabulary_decision l WHERE l.agency_id = d.agency_id AND l.field = d.field
           AND l.text_key = d.text_key AND l.make IS NOT DISTINCT FROM d.make AND l.id > d.id
       )) AS standing,
       a.name AS "importedBy", p.imported_at AS "importedAt", b.name AS "takenBackBy", p.taken_back_at AS "takenBackAt"
     FROM vocabulary_pack p JOIN account a ON a.id = p.imported_by LEFT JOIN account b ON b.id = p.taken_back_by
     WHERE p.agency_id = $1 AND ($2::int8 IS NULL OR p.id = $2) ORDER BY p.id DESC LIMIT 200`,
    [agency, pack],
  )
  return rows
}

/** The packs that the steward's agency took in, the last first. Throws what `stewardsAgency` throws. */
export async function listPacks(context: Context, agencyName?: string): Promise<KnownPack[]> {
  const agency = await stewardsAgency(context, agencyName)
  return findPacks(context, agency.id, null)
}

/** A pack of the agency's. Throws `not_found`. */
export async function getPack(context: Context, agency: string, pack: string): Promise<KnownPack> {
  const [found] = await findPacks(context, agency, pack)
  if (!found) throw new ProofmarkError('not_found', { what: `pack ${pack}` })
  return found
}

/** The rows of a pack beside what the agency has decided by now. */
export async function packRows({ client }: Context, pack: string, vocabulary: Vocabulary): Promise<StandingRow[]> {
  const { rows } = await client.query<
    Omit<PackDecision, 'records'> & { row: number; records: string | null; fault: PackFault | null }
  >(
    `SELECT row, field, stated AS text, make, code, said, name, country, records, fault FROM vocabulary_pack_row
     WHERE pack_id = $1 ORDER BY row`,
    [pack],
  )
  const entries = rows.map(
    ({ row, fault, records, ...decision }): PackEntry => ({
      row,
      fault,
      decision: { ...decision, records: RECORD_CLASSES.find((each) => each === records) ?? null },
    }),
  )
  return standingRows(entries, vocabulary)
}

export interface PackPage {
  readonly pack: KnownPack
  readonly counts: Readonly<Record<PackStanding, number>>
  readonly rows: readonly StandingRow[]
  readonly next: number | null
  readonly vocabulary: Vocabulary
}

/**
 * A page of a pack's rows, each beside what the agency has decided, of one standing or of all. Throws `not_found`, and what
 * `stewardsAgency` throws.
 */
export async function showPack(context: Context, input: PackShowRequest): Promise<PackPage> {
  const agency = await stewardsAgency(context, input.agency)
  const pack = await getPack(context, agency.id, input.pack)
  const vocabulary = await loadVocabulary(context, agency.id)
  const all = await packRows(context, pack.id, vocabulary)
  const counts = { new: 0, agrees: 0, contradicts: 0, known: 0, faulty: 0 }
  for (const { standing } of all) counts[standing]++
  const wanted = all.filter(
    ({ row, standing }) => row > (input.after ?? 0) && (!input.standing || standing === input.standing),
  )
  const rows = wanted.slice(0, input.limit ?? 50)
  return { pack, counts, rows, next: wanted.length > rows.length ? rows.at(-1)!.row : null, vocabulary }
}
