import type { Context } from '../../access/context.ts'
import type { BundledFile } from '../rules/bundle-files.ts'

/**
 * The files with these hashes, as far as they are kept here and the reader may see them; of others that they are not here.
 */
export async function keptFiles(_context: Context, hashes: readonly string[]): Promise<BundledFile[]> {
  return [...new Set(hashes)].sort().map((sha256) => ({ sha256, bytes: null }))
}
