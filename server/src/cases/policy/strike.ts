import { STRIKERS } from '@proofmark/contract/route'
import type { Context } from '../../access/context.ts'
import { ownClasses } from '../queries/erasing-reader.ts'

/** Which rows, by their class, the reader may strike the words of: those that their agency wrote, and those of its cases. */
export async function mayStrike({ client, reader }: Context): Promise<(vis: number | null) => boolean> {
  if (reader.installer) return () => true
  if (reader.agency === null || !STRIKERS.some((role) => reader.roles.includes(role))) return () => false
  const own = new Set(await ownClasses(client, reader.agency.id))
  return (vis) => vis !== null && own.has(vis)
}
