import type { Reader } from '../../access/context.ts'

interface Between {
  readonly fromId: string | null
  readonly toId: string
  readonly ended: string | null
}

/** The agency that told may take it back, and the one that was told may settle it, each by its data stewards. */
export function mayEnd(reader: Reader, { fromId, toId, ended }: Between) {
  const steward = ended === null && (reader.installer || reader.roles.includes('data_steward'))
  const own = reader.agency?.id ?? null
  return { withdrawable: steward && own === fromId, settleable: steward && (reader.installer || own === toId) }
}
