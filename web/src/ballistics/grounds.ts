/** The purpose that the desk of ballistic results is for. */
export const GROUNDS = { purpose: 'ballistic_comparison' } as const
