import type { Profile } from '@proofmark/contract/schemas/profile'
import { canonicalJson, type PlainData } from '@proofmark/proofs/canonical'
import type { Context } from '../../access/context.ts'
import { needAgency } from '../../access/policy/agency.ts'
import { needRole } from '../../access/policy/role.ts'
import { findProfile } from '../queries/find-profile.ts'
import { getSource } from '../queries/find-source.ts'
import { checkProfile } from '../rules/check-profile.ts'

export interface ProfileInput {
  readonly source: string
  readonly profile: Profile
}

/** As JSON keeps it: a member that is undefined is none. */
const canonical = (profile: Profile) => canonicalJson(JSON.parse(JSON.stringify(profile)) as PlainData)
const same = (one: Profile, other: Profile) => Buffer.from(canonical(one)).equals(canonical(other))

/**
 * Saves how the files of a source are to be understood, and answers the version. A profile that says what the last one
 * says is that version; otherwise a new one follows it, and the earlier ones stay. Throws `source_unknown`,
 * `not_your_agency`, `role_needed`, `profile_invalid`.
 */
export async function saveProfile(context: Context, { source: name, profile }: ProfileInput): Promise<number> {
  needRole(context.reader, ['recorder', 'data_steward'])
  const source = await getSource(context, name)
  needAgency(context.reader, source.agency)
  checkProfile(profile, profile.name ?? name)
  // Apart from the lock of the source, which whoever imports a file with its profile holds already.
  await context.client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`profile of ${source.id}`])
  const last = await findProfile(context, source.id)
  if (last && same(last.profile, profile)) return last.version
  const version = (last?.version ?? 0) + 1
  await context.query
    .insertInto('import_profile')
    .values({ source_id: source.id, version, profile: JSON.stringify(profile), saved_by: context.reader.account })
    .execute()
  await context.audit({ action: 'profile.saved', subjects: [source.id], body: { source: name, version } })
  return version
}
