import type pg from 'pg'
import type { Reader } from '../../access/context.ts'

/** The classes of an agency's rows, and of all that lies in a compartment of it. */
export async function ownClasses(connection: pg.ClientBase | pg.Pool, agency: string): Promise<number[]> {
  const { rows } = await connection.query<{ id: number }>(
    `SELECT v.id FROM visibility v LEFT JOIN compartment c ON c.id = v.compartment_id
     WHERE v.agency_id = $1 OR c.agency_id = $1`,
    [agency],
  )
  return rows.map(({ id }) => id)
}

/**
 * The data protection officer as a reader who erases: of their agency's rows, and of all that lies in a compartment of it. They
 * see no record otherwise, and erasing tells them no more than how much there was, and where.
 */
export async function erasingReader(pool: pg.Pool, reader: Reader): Promise<Reader> {
  if (!reader.roles.includes('data_protection_officer') || reader.agency === null) return reader
  return { ...reader, classes: [...new Set([...reader.classes, ...(await ownClasses(pool, reader.agency.id))])] }
}
