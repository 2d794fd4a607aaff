const DAY_MS = 86_400_000
/** An officer is moved within a year or two: whoever was not rung for half a year may not be there. */
const VERIFY_AGAIN_DAYS = 180

interface Dated {
  readonly contact: { readonly verified: string | null }
}

/** Has nobody made certain of it for so long that somebody should? */
export const isDue = ({ contact: { verified } }: Dated, today: string): boolean =>
  verified === null || Date.parse(today) - Date.parse(verified) > VERIFY_AGAIN_DAYS * DAY_MS

/** Those to verify again, the oldest first; those never verified before all. */
export const dueFirst = <Entry extends Dated>(entries: readonly Entry[], today: string): Entry[] =>
  entries
    .filter((entry) => isDue(entry, today))
    .toSorted((one, other) => (one.contact.verified ?? '').localeCompare(other.contact.verified ?? ''))
