/** The day a week ago, from which changes are looked for where nothing else is said. */
export const weekAgo = (): string => new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10)
