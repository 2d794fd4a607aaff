import type { ChainLink, TraceReplyMessage } from '@proofmark/contract/schemas/trace-message'
import type { ChainRole, PartyKind } from '@proofmark/contract/trace-words'

/** Of whom nothing else is said, these may be natural persons; the rest of a chain is businesses and authorities. */
const MAY_BE_PERSONS: ReadonlySet<ChainRole> = new Set(['holder'])

/** Is a party a natural person, as far as anybody knows? Where its kind is not said, its place in the chain decides. */
export const isNaturalPerson = (party: PartyKind | undefined, role: ChainRole = 'holder'): boolean =>
  party === undefined ? MAY_BE_PERSONS.has(role) : party === 'natural_person'

/** Does a link name a natural person? */
export const linkNamesPerson = ({ name, party, role }: Pick<ChainLink, 'name' | 'party' | 'role'>): boolean =>
  name !== null && isNaturalPerson(party, role)

/** Does an answer name a natural person? A company that was the last lawful holder is none. */
export const namesPerson = ({
  chain,
  lastLawfulHolder,
  lastLawfulHolderParty,
}: Pick<TraceReplyMessage, 'chain' | 'lastLawfulHolder' | 'lastLawfulHolderParty'>): boolean =>
  (lastLawfulHolder !== null && isNaturalPerson(lastLawfulHolderParty)) || chain.some(linkNamesPerson)
