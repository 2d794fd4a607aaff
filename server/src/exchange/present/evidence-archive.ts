import { zipSync } from 'fflate'
import type { EvidenceFiles } from '../rules/evidence-files.ts'

/** 1 January 1980 by any clock: what a ZIP takes for the beginning of time. */
const NO_TIME = new Date(1980, 0, 1)

/**
 * The package as one ZIP: files as they are, in the order of their names, with no time of their own, so that the same files
 * are the same bytes. `tools/verify.mjs` takes this form and no other.
 */
export function evidenceArchive(files: EvidenceFiles): Uint8Array {
  return zipSync(Object.fromEntries(files), { level: 0, mtime: NO_TIME, os: 0 })
}
