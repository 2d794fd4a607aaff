import type { ExhibitKind, RecoveryPersonRole } from '@proofmark/contract/recovery-words'
import type { RecoveryForm } from '@proofmark/contract/schemas/recovery'
import type { RecoveryKind } from '@proofmark/contract/trace-words'
import type { Context } from '../../access/context.ts'

export interface Recovery {
  readonly id: string
  readonly agency: string
  readonly agencyName: string
  readonly vis: number
  readonly status: RecoveryKind
  readonly openedBy: string
  readonly openedAt: Date
}

export interface RecoveryVersion {
  readonly version: number
  readonly base: number | null
  /** By which its device knows the send that made it; null where the device named none. */
  readonly attempt: string | null
  readonly stands: boolean
  readonly hash: Buffer
  readonly by: string
  readonly at: Date
  /** With its persons, as far as they were not erased. */
  readonly form: RecoveryForm
}

export interface Exhibit {
  readonly id: string
  readonly recovery: string
  readonly kind: ExhibitKind
  readonly record: string | null
}

/** The recovery, where the reader may see it. */
export async function findRecovery({ client }: Context, id: string): Promise<Recovery | null> {
  const { rows } = await client.query<Recovery>(
    `SELECT r.id, r.agency_id AS agency, g.name AS "agencyName", r.vis, r.status, o.name AS "openedBy",
       r.opened_at AS "openedAt"
     FROM recovery r JOIN agency g ON g.id = r.agency_id JOIN account o ON o.id = r.opened_by WHERE r.id = $1`,
    [id],
  )
  return rows[0] ?? null
}

interface VersionRow extends Omit<RecoveryVersion, 'form'> {
  readonly form: Omit<RecoveryForm, 'persons'>
  readonly persons: { field: string; role: RecoveryPersonRole; value: string }[] | null
}

/** Every version of a recovery in order, those that do not stand among them. */
export async function versionsOf({ client }: Context, recovery: string): Promise<RecoveryVersion[]> {
  const { rows } = await client.query<VersionRow>(
    `SELECT v.version, v.base, v.attempt, v.stands, v.content_hmac AS hash, a.name AS by, v.saved_at AS at, v.form,
       (SELECT json_agg(json_build_object('field', p.field, 'role', p.role, 'value', p.value) ORDER BY p.field)
        FROM recovery_person p WHERE p.recovery_id = v.recovery_id AND p.version = v.version) AS persons
     FROM recovery_version v JOIN account a ON a.id = v.saved_by
     WHERE v.recovery_id = $1 ORDER BY v.version`,
    [recovery],
  )
  return rows.map(({ form, persons, ...row }) => ({ ...row, form: { ...form, persons: persons ?? [] } }))
}

/** The exhibits of a recovery in whose chain of custody no seal stands, while it goes on. */
export async function withoutSeal({ client }: Context, recovery: string): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ exhibit: string }>(
    `SELECT s.exhibit_id AS exhibit FROM custody_standing s JOIN exhibit e ON e.id = s.exhibit_id
     WHERE e.recovery_id = $1 AND s.seal IS NULL AND s.ended IS NULL`,
    [recovery],
  )
  return new Set(rows.map(({ exhibit }) => exhibit))
}

/** Under which a recovery is known: its reference, else the number of its paper form; null where it has neither. */
export async function referenceOf({ client }: Context, recovery: string): Promise<string | null> {
  const { rows } = await client.query<{ reference: string | null }>(
    `SELECT coalesce(form ->> 'reference', form ->> 'paper') AS reference FROM recovery_version
     WHERE recovery_id = $1 AND stands ORDER BY version DESC LIMIT 1`,
    [recovery],
  )
  return rows[0]?.reference ?? null
}

/** Which of these versions stands. */
export const standingOf = (versions: readonly RecoveryVersion[]): RecoveryVersion | null =>
  versions.findLast(({ stands }) => stands) ?? null

/** Those of these records that the reader may read. */
export async function readableOf({ client }: Context, records: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM record WHERE id = ANY ($1::uuid[]) AND version IS NOT NULL',
    [records],
  )
  return new Set(rows.map(({ id }) => id))
}

/** The exhibits of these recoveries that the reader may see. */
export async function exhibitsOf({ client }: Context, recoveries: readonly string[]): Promise<Exhibit[]> {
  const { rows } = await client.query<Exhibit>(
    `SELECT id, recovery_id AS recovery, kind, record_id AS record FROM exhibit
     WHERE recovery_id = ANY ($1::uuid[]) ORDER BY id`,
    [recoveries],
  )
  return rows
}
