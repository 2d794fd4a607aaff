import { CUSTODY_ORDERS } from '@proofmark/contract/custody-words'
import { each, GROUNDS, type RequestMakers } from './asked.ts'
import { identifierOf } from './twin.ts'

/** Exhibits of the police by the words that their identifiers follow from. */
export const OWN_EXHIBITS = ['kept', 'offered', 'to be split', 'one part', 'other part', 'old'].map(
  (word) => `exhibit of the police, ${word}`,
)
const [KEPT, OFFERED, SPLIT, ONE, OTHER] = OWN_EXHIBITS.map(identifierOf) as [string, string, string, string, string]
const STRANGE = [identifierOf('hidden exhibit'), identifierOf('no exhibit')] as const
const STORE = identifierOf('store of the police')
const AT = '2026-02-02T10:00:00Z'
const about = (own: readonly string[], more: object) =>
  each([...STRANGE, ...own], (exhibit) => ({ body: { exhibit, ...more, grounds: GROUNDS } }))

/** What is asked of the desk of custody. */
export const requestsOfCustody = {
  custodyShow: () => about([KEPT, OFFERED], {}),
  custodyList: () => each(['ours', 'offered', 'stored', 'ended'], (list) => ({ body: { list, grounds: GROUNDS } })),
  custodySign: ({ draw }) =>
    each([...STRANGE, KEPT], (exhibit) => ({
      body: { handOver: { event: draw(`signed ${exhibit}`), exhibit, purpose: 'store', told: 'receiver', at: AT } },
    })),
  custodyHandOver: ({ draw }) => [
    // The seal stands on a hidden exhibit too.
    ...each([KEPT, ONE], (exhibit) => ({
      body: {
        ...{
          event: draw(`sealed ${exhibit}`),
          exhibit,
          told: 'keeper',
          purpose: 'store',
          seal: 'HID 1',
          resealed: 'torn',
        },
        ...{ at: AT, grounds: GROUNDS },
      },
    })),
    ...each([...STRANGE, KEPT], (exhibit) => ({
      body: {
        ...{ event: draw(`offer ${exhibit}`), exhibit, purpose: 'store', to: { account: 'officer of customs' } },
        ...{ at: AT, grounds: GROUNDS },
      },
    })),
  ],
  custodyAccept: () =>
    each([identifierOf('hidden hand-over'), identifierOf('offer of the police')], (event) => ({
      body: { event, exhibit: OFFERED, at: AT, grounds: GROUNDS },
    })),
  custodyExplain: ({ draw }) =>
    each([...STRANGE, KEPT], (exhibit) => ({
      body: { id: draw(`why ${exhibit}`), exhibit, event: exhibit, code: 'gap', why: 'written late', grounds: GROUNDS },
    })),
  custodySplit: ({ draw }) =>
    each([...STRANGE, SPLIT], (exhibit) => ({
      body: {
        event: draw(`split ${exhibit}`),
        exhibit,
        parts: [{ exhibit: draw(`part ${exhibit}`) }],
        at: AT,
        grounds: GROUNDS,
      },
    })),
  custodyJoin: ({ draw }) =>
    each([STRANGE[0], STRANGE[1], ONE], (exhibit) => ({
      body: {
        event: draw(`join ${exhibit}`),
        exhibit: draw(`whole ${exhibit}`),
        of: [exhibit, OTHER],
        at: AT,
        grounds: GROUNDS,
      },
    })),
  custodyOrder: ({ draw }) =>
    each([...STRANGE, KEPT], (exhibit) => ({
      body: {
        ...{
          id: draw(`order ${exhibit}`),
          exhibit,
          kind: CUSTODY_ORDERS[0],
          authority: 'court',
          reference: 'K 8',
          on: '2026-01-20',
        },
        grounds: GROUNDS,
      },
    })),
  custodyHold: ({ draw }) =>
    each([...STRANGE, KEPT], (exhibit) => ({
      body: { id: draw('hold'), exhibit, kind: 'ballistic', why: 'a lead', grounds: GROUNDS },
    })),
  custodyLift: () => about([KEPT], { hold: identifierOf('custodyHold recorder hold'), why: 'examined' }),
  custodyLabels: () => each([...STRANGE, KEPT], (exhibit) => ({ body: { exhibits: [exhibit], grounds: GROUNDS } })),
  custodyBundle: () => each([...STRANGE], (exhibit) => ({ body: { exhibits: [exhibit], grounds: GROUNDS } })),
  storageList: () => [{}],
  storageAdd: ({ draw }) =>
    each([STORE, identifierOf('no store')], (parent) => ({
      body: { id: draw(`shelf ${parent}`), name: 'Shelf', parent, grounds: GROUNDS },
    })),
  stocktakeBegin: ({ draw }) =>
    each([STORE, identifierOf('no store')], (storage) => ({
      body: { id: draw(`stock ${storage}`), storage, grounds: GROUNDS },
    })),
  stocktakeScan: ({ draw }) => [
    {
      body: {
        stocktake: identifierOf('stocktake of the police'),
        scans: [...STRANGE, KEPT].map((text) => ({ id: draw(`scan ${text}`), storage: STORE, text })),
        grounds: GROUNDS,
      },
    },
  ],
  stocktakeList: () =>
    each([{}, { storage: identifierOf('hidden store') }, { state: 'open' }], (more) => ({
      body: { ...more, grounds: GROUNDS },
    })),
  stocktakeWithdraw: () => [
    {
      body: {
        stocktake: identifierOf('stocktake of the police'),
        scan: identifierOf('scan of the police'),
        grounds: GROUNDS,
      },
    },
    { body: { stocktake: identifierOf('hidden stocktake'), scan: STRANGE[0], grounds: GROUNDS } },
  ],
  stocktakeTable: () =>
    each([identifierOf('stocktake of the police'), identifierOf('hidden stocktake')], (stocktake) => ({
      body: { stocktake, grounds: GROUNDS },
    })),
  stocktakeShow: () => [{ body: { stocktake: identifierOf('stocktake of the police'), grounds: GROUNDS } }],
  stocktakeClose: () => [{ body: { stocktake: identifierOf('stocktake of the police'), grounds: GROUNDS } }],
  disposalOpen: ({ draw }) =>
    each([...STRANGE, KEPT], (exhibit) => ({
      body: {
        id: draw(`disposal ${exhibit}`),
        name: 'Autumn',
        place: 'Smelter',
        witness: 'W. Itness',
        exhibits: [exhibit],
        grounds: GROUNDS,
      },
    })),
  clearanceList: () => [{ body: { grounds: GROUNDS } }],
  clearanceLetGo: () => [{ body: { hold: identifierOf('hidden hold'), why: 'not needed', grounds: GROUNDS } }],
  disposalList: () => each([{}, { state: 'open' }], (more) => ({ body: { ...more, grounds: GROUNDS } })),
  disposalWithdraw: () =>
    each(
      [identifierOf('hidden disposal'), identifierOf('no disposal'), identifierOf('disposal given up')],
      (disposal) => ({
        body: { disposal, why: 'one of them is wanted', grounds: GROUNDS },
      }),
    ),
  disposalShow: () =>
    each([identifierOf('disposal of the police'), identifierOf('no disposal')], (disposal) => ({
      body: { disposal, grounds: GROUNDS },
    })),
  disposalSign: () =>
    each([identifierOf('disposal of the police'), identifierOf('no disposal')], (disposal) => ({
      body: { disposal, at: AT, grounds: GROUNDS },
    })),
  disposalCertificate: () => [{ body: { disposal: identifierOf('disposal of the police'), grounds: GROUNDS } }],
} satisfies Partial<RequestMakers>
