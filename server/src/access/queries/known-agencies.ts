import type { ListedAgency } from '@proofmark/contract/schemas/agency'
import type { Context } from '../context.ts'
import { SECOND_PERSONS } from '../rules/second-person.ts'

export interface KnownAgencies {
  /** Those beside the reader's own. */
  readonly agencies: ListedAgency[]
  readonly own: ListedAgency | null
}

interface Row {
  readonly id: string
  readonly name: string
  readonly desk: string
  readonly overseer: string | null
  readonly people: number
}

// Whoever was disabled oversees nothing, and nobody is told to ask them.
const LISTED = `
  SELECT g.id, g.name, g.desk, o.name AS overseer,
    (SELECT count(*)::int4 FROM account a WHERE a.agency_id = g.id AND a.kind = 'person' AND a.disabled_at IS NULL) AS people
  FROM agency g LEFT JOIN account o ON o.id = g.oversight_account_id AND o.disabled_at IS NULL
  ORDER BY g.name`

/** The agencies by name, each with the desk to turn to and who oversees its custody. How many people each has is told to those who see the people. */
export async function knownAgencies({ client, reader }: Context): Promise<KnownAgencies> {
  const { rows } = await client.query<Row>(LISTED)
  const seesPeople = reader.installer || reader.roles.some((role) => SECOND_PERSONS.includes(role))
  const listed = rows.map(({ people, ...agency }) => ({ ...agency, people: seesPeople ? people : null }))
  return {
    agencies: listed.filter(({ id }) => id !== reader.agency?.id),
    own: listed.find(({ id }) => id === reader.agency?.id) ?? null,
  }
}
