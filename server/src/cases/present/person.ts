import type { CasePerson } from '../queries/members.ts'

/** Somebody who works with cases, by name and agency. */
export const presentCasePerson = ({ account, name, agencyName }: CasePerson) => ({ account, name, agency: agencyName })
