/**
 * A text that keeps its own direction within a sentence of another, where no element of HTML can isolate it: in the middle of a
 * sentence, on a canvas, in a file. A calibre would else be read from its other end.
 */
export const isolated = (text: string): string => `\u2068${text}\u2069`

/** A word that a sentence chooses by, or counts by: it is not shown as it is. */
const CHOOSES = /^(?:[a-z_-]+|\d+)$/

/** The values of a sentence, each isolated but for those that it chooses by. */
export const isolatedValues = (values: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, CHOOSES.test(value) ? value : isolated(value)]))
