/** Codes of the positions of marks. Digits and letters stand first, so that comparing codes tells what they are. */
export const LOST = 36
export const RUN = 37
/** A code fits a byte. */
export const CODES = 256

const DIGITS = 10

export const isDigitCode = (code: number): boolean => code < DIGITS

const [ZERO, LETTER_O, LETTER_Q] = [0, 24, 26]

/** Zero and the letters that are taken for it, far oftener than any other. */
export const isZeroCode = (code: number): boolean => code === ZERO || code === LETTER_O || code === LETTER_Q

/** What the codes of an alphabet mean, as plain data that a thread can be handed. */
export interface Symbols {
  /** The readings of each code; none for a lost one. */
  readonly alternatives: readonly (readonly string[])[]
  /** The class of characters that are easily confused to which each code belongs; `LOST` where it may be of several. */
  readonly classes: Uint8Array
}
