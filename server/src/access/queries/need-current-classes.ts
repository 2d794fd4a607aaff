import { ProofmarkError } from '@proofmark/contract/errors'
import type { Context } from '../context.ts'

const UNKNOWN = `
  SELECT EXISTS (
    SELECT FROM visibility
    WHERE ($1::uuid IS NULL OR agency_id = $1) AND readers <> '{}' AND compartment_id IS NULL AND id <> ALL ($2::int4[])
  ) AS unknown`

/**
 * What a transaction may see is settled before it begins. Throws `records_moved` where records of this agency (of any,
 * where it is null) may since have been put into a class that it does not know: its own people would not find them. To
 * be asked once the turn is taken, or where something was not found.
 */
export async function needCurrentClasses(
  { client, reader }: Pick<Context, 'client' | 'reader'>,
  agency: string | null,
): Promise<void> {
  const { rows } = await client.query<{ unknown: boolean }>(UNKNOWN, [agency, reader.classes])
  if (rows[0]?.unknown === true) throw new ProofmarkError('records_moved')
}
