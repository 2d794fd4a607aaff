import { pistolOf, recoveryOf } from '../recoveries.ts'
import { each, GROUNDS, type RequestMakers } from './asked.ts'
import { serialOf } from './rows.ts'
import { identifierOf } from './twin.ts'

const NONE = identifierOf('no recovery')

/** What is asked of the desk of recoveries: a firearm of which others keep what is hidden, and one of which nobody does. */
export const requestsOfRecoveries = {
  recoverySave: ({ draw }) =>
    each([serialOf(2), 'TKR99999'], (serial) => ({
      body: {
        recovery: draw(`recovery of ${serial}`),
        form: recoveryOf({ exhibits: [pistolOf(draw(`exhibit of ${serial}`), serial)] }),
        grounds: GROUNDS,
      },
    })),
  recoveryAnswers: ({ draw }) =>
    each([draw(`recovery of ${serialOf(2)}`), NONE], (recovery) => ({ body: { recovery, grounds: GROUNDS } })),
  recoveryShow: ({ draw }) =>
    each([draw(`recovery of ${serialOf(2)}`), NONE], (recovery) => ({ body: { recovery, grounds: GROUNDS } })),
  recoveryList: () => [{ body: { grounds: GROUNDS } }, { body: { incomplete: true, grounds: GROUNDS } }],
} as const satisfies Partial<RequestMakers>
