/** The purpose that the desk of trace requests is for. */
export const GROUNDS = { purpose: 'trace' } as const
