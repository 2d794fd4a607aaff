import { balanceOf } from '@proofmark/matching/balance'
import { START_MODEL } from '@proofmark/matching/model'

/** The balance by which records are compared, under the one model that is in use. */
export const BALANCE = balanceOf(START_MODEL)
