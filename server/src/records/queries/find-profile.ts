import { ProofmarkError } from '@proofmark/contract/errors'
import { type Profile, profile as profileSchema } from '@proofmark/contract/schemas/profile'
import type { Context } from '../../access/context.ts'
import { needAgency } from '../../access/policy/agency.ts'

/** A version of a source's import profile: who saved it and when, and its name where it has one. */
export interface ProfileVersion {
  readonly version: number
  readonly name: string | null
  readonly by: string
  readonly at: Date
}

export interface SavedProfile extends ProfileVersion {
  readonly profile: Profile
}

/** More versions than anybody looks through. */
const LISTED = 1_000
const LAST_VERSION = 2 ** 31 - 1

function profilesOf({ query }: Context, source: string) {
  return query
    .selectFrom('import_profile')
    .innerJoin('account', 'account.id', 'import_profile.saved_by')
    .innerJoin('source', 'source.id', 'import_profile.source_id')
    .innerJoin('agency', 'agency.id', 'source.agency_id')
    .select([
      'import_profile.version',
      'import_profile.profile',
      'import_profile.saved_at as at',
      'account.name as by',
      'agency.id as agencyId',
      'agency.name as agencyName',
    ])
    .where('import_profile.source_id', '=', source)
    .orderBy('import_profile.version', 'desc')
}

type Row = Awaited<ReturnType<ReturnType<typeof profilesOf>['executeTakeFirstOrThrow']>>

/** What stands in the database was checked when it was saved; members come in the order of the guide. */
function saved({ version, profile: stored, by, at }: Row): SavedProfile {
  const profile = profileSchema.parse(stored)
  return { version, name: profile.name ?? null, by, at, profile }
}

function needOwner({ reader }: Context, row: Row | undefined): void {
  if (row) needAgency(reader, { id: row.agencyId, name: row.agencyName })
}

/** A version of a source's import profile, or its last one; null where there is none. Throws `not_your_agency`. */
export async function findProfile(context: Context, source: string, version?: number): Promise<SavedProfile | null> {
  if (version !== undefined && !(Number.isInteger(version) && version > 0 && version <= LAST_VERSION)) return null
  const all = profilesOf(context, source).limit(1)
  const row = await (version === undefined ? all : all.where('import_profile.version', '=', version)).executeTakeFirst()
  needOwner(context, row)
  return row ? saved(row) : null
}

/** The versions of a source's import profile, the last one first. Throws `not_your_agency`. */
export async function listProfiles(context: Context, source: string): Promise<readonly ProfileVersion[]> {
  const rows = await profilesOf(context, source).limit(LISTED).execute()
  needOwner(context, rows[0])
  return rows.map((row) => {
    const { profile: _, ...version } = saved(row)
    return version
  })
}

/** The version of a source's profile that was asked for, or its last one, if it has any. Throws `not_found`. */
export async function profileToImportBy(
  context: Context,
  source: string,
  asked: number | undefined,
): Promise<SavedProfile | null> {
  const found = await findProfile(context, source, asked)
  if (!found && asked !== undefined) throw new ProofmarkError('not_found', { what: `profile ${asked}` })
  return found
}
