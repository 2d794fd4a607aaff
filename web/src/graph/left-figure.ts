import type { Say } from '@proofmark/contract/messages'
import type { Figures } from '../frame/figures.ts'

/** A count of whose plural the word `some` can take the place. */
const SEVERAL = 100

/** How many ties are left as what a sentence needs of it; of somebody who has some no figure is told. */
export const leftFigure = (left: number | null, say: Say, figures: Figures) =>
  left === null ? { count: SEVERAL, figure: say('graph.page.some') } : { count: left, figure: figures.count(left) }
