/** The purpose that the pages of recoveries and exhibits are for. */
export const GROUNDS = { purpose: 'criminal_investigation' } as const
