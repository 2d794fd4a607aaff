/** The purpose that the desk of cases is for. */
export const GROUNDS = { purpose: 'criminal_investigation' } as const
