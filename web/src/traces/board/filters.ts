import { BOARD_LISTS, type BoardList } from '@proofmark/contract/trace-words'

/** What of the board is looked at; it stands in the address, so that a link leads to the same view. */
export interface Filters {
  readonly list: BoardList
  /** The short name of a partner; all where it is empty. */
  readonly partner: string
}

const PARTNER = /^[^\p{Cc}\u202A-\u202E\u2066-\u2069]{1,120}$/u

/** The filters that an address names; what it does not name, or names wrongly, is as the board opens. */
export function filtersOf(search: string): Filters {
  const asked = new URLSearchParams(search)
  const list = BOARD_LISTS.find((each) => each === asked.get('list')) ?? 'mine'
  const partner = asked.get('partner')?.trim() ?? ''
  return { list, partner: PARTNER.test(partner) ? partner : '' }
}

/** The address of the board with these filters, without those that are as the board opens. */
export function addressOf({ list, partner }: Filters): string {
  const asked = new URLSearchParams({ ...(list === 'mine' ? {} : { list }), ...(partner === '' ? {} : { partner }) })
  return asked.size === 0 ? '/traces' : `/traces?${asked}`
}
