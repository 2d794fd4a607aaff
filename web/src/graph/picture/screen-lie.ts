import type { Lie } from './lay.ts'

/** How the screen lies that the picture is looked at on: a telephone that is held upright is higher than wide. */
export const screenLie = (): Lie =>
  matchMedia('(max-width: 45rem) and (orientation: portrait)').matches ? 'upright' : 'across'
