import { each, GROUNDS, type RequestMakers } from './asked.ts'
import { HIDDEN_PLACE, HIDDEN_VALUES, hoursAhead, OWN_CASE } from './deconfliction-work.ts'
import { identifierOf } from './twin.ts'

const CASES = [OWN_CASE, identifierOf('silent case'), identifierOf('no case')]

/** What is asked of the desk of deconfliction. */
export const requestsOfDeconfliction = {
  deconflictionAsk: ({ draw }) => [
    ...each([...HIDDEN_VALUES, '55 0700 999'], (value) => ({
      body: { id: draw(`question ${value}`), kind: 'telephone', value, case: OWN_CASE, grounds: GROUNDS },
    })),
    ...each(CASES, (named) => ({
      body: { id: draw(`in ${named}`), kind: 'address', value: HIDDEN_PLACE, case: named, grounds: GROUNDS },
    })),
  ],
  deconflictionList: () => [{ body: { grounds: GROUNDS } }],
  deconflictionWithdraw: () =>
    each([identifierOf('deconfliction of the police'), identifierOf('no question')], (question) => ({
      body: { question, grounds: GROUNDS },
    })),
  deconflictionDesk: () => [{ body: { grounds: GROUNDS } }],
  deconflictionIntroduce: () => [{ body: { handle: identifierOf('no handle'), consent: 'Hill', grounds: GROUNDS } }],
  deconflictionDecline: () => [
    { body: { handle: identifierOf('no handle'), reason: 'It is over.', grounds: GROUNDS } },
  ],
  operationAdd: ({ draw }) =>
    each(CASES, (named) => ({
      body: {
        ...{ id: draw(`operation in ${named}`), kind: 'arrest', case: named, place: HIDDEN_PLACE },
        ...{ from: hoursAhead(1), to: hoursAhead(3), contact: 'duty line', grounds: GROUNDS },
      },
    })),
  operationList: () => [{ body: { grounds: GROUNDS } }],
  operationWithdraw: () =>
    each([identifierOf('operation of the police'), identifierOf('hidden operation')], (operation) => ({
      body: { operation, grounds: GROUNDS },
    })),
} as const satisfies Partial<RequestMakers>
