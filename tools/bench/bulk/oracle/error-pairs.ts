import { SINGLE_ERRORS } from '../../mix/damage-shares.ts'
import { probabilitiesOf } from './shares.ts'

const errors = probabilitiesOf(SINGLE_ERRORS)
type SingleError = keyof typeof errors

/** How probable two different errors are, drawn one after the other until they differ. */
const pair = (one: SingleError, other: SingleError) =>
  errors[one] * errors[other] * (1 / (1 - errors[one]) + 1 / (1 - errors[other]))

/** How probable each pair of errors is, in the order in which they happen, before it is known whether they can. */
export const PAIRS = {
  droppedEdited: pair('dropped', 'edit'),
  droppedConfused: pair('dropped', 'confusable'),
  droppedLost: pair('dropped', 'lost'),
  editedConfused: pair('edit', 'confusable'),
  editedLost: pair('edit', 'lost'),
  confusedLost: pair('confusable', 'lost'),
} as const
