/** The purpose that this page is for. */
export const GROUNDS = { purpose: 'data_quality' } as const
