import type { Lie } from './lay.ts'

/** How the screen lies that the picture is looked at on: where the page has one column, it is higher than wide. */
export const screenLie = (): Lie => (matchMedia('(max-width: 45rem)').matches ? 'upright' : 'across')
