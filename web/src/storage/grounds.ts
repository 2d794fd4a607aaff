/** The purpose that the pages of stores and campaigns are for. */
export const GROUNDS = { purpose: 'criminal_investigation' } as const
