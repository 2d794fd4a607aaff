/** The purpose that persons and things of inquiries are looked at for. */
export const GROUNDS = { purpose: 'criminal_investigation' } as const
