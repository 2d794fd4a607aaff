/** The day after, as ISO 8601: somewhere on earth it has begun, and what happens there may be recorded here. */
export const dayAfter = (now: Date): string => new Date(now.getTime() + 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
