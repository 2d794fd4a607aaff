import type { ProfileVersion } from '@proofmark/contract/schemas/profile'

/** A version of a profile as lists show it. */
export function presentVersion(found: Omit<ProfileVersion, 'at'> & { readonly at: Date }): ProfileVersion {
  const { version, name, by, at } = found
  return { version, name, by, at: at.toISOString() }
}
