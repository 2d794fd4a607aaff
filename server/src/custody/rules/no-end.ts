/** The end of what does not end: whoever had an exhibit, or said what it is of, answers for it in court, however much later. */
export const NO_END = new Date('9999-12-31T00:00:00Z')
