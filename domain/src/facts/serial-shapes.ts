/**
 * How a maker's serials look, for the mild hint "unusual for this maker" and for nothing else (DOMAIN 4.11). A shape is
 * a serial with every letter written `A` and every digit `9`.
 *
 * A row needs a maker whose serials are known to have few shapes, so that any other was met in less than one of a
 * hundred. Most makers have used too many over the years to be listed.
 */
export interface SerialShapes {
  readonly make: string
  readonly shapes: readonly string[]
  /** Where the shapes were learned. */
  readonly source: string
}

export const SERIAL_SHAPES: readonly SerialShapes[] = [
  {
    make: 'glock',
    // Two to four letters and three digits; on some of the older ones two letters for the country stand behind them.
    shapes: ['AA999', 'AAA999', 'AAAA999', 'AA999AA', 'AAA999AA'],
    source: 'Serials in published seizure records of two states, 2017 to 2023: 96 % AAAA999 and AAA999; DOMAIN 4.11.',
  },
]
