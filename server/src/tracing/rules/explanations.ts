import type { Custodian } from '@proofmark/contract/life-words'
import type { Parts } from './weights.ts'
import type { Cause } from './windows.ts'

/** What is known around a window that makes one explanation likelier than another. */
export interface Circumstances {
  readonly cause: Cause
  readonly custodian: Custodian | null
  /** The last lawful transfer was at most so many years before it came to light; null where that is not known. */
  readonly yearsSinceTransfer: number | null
  readonly yearsOfWindow: number | null
  /** The theft was told long after it happened, or only when the firearm had been found. */
  readonly reportedLate: boolean
  /** The right of the last holder had run out by then. */
  readonly expired: boolean
  /** It was sent out of the country into which it had been brought. */
  readonly reExported: boolean
  readonly surrendered: boolean
  readonly neverMarked: boolean
  readonly examined: boolean
}

/*
 * The parts below are no frequencies: nobody has counted them. They put leads in the order in which tracing officers
 * would follow them, and keep every explanation on the page that the records leave open. What they may rest on is in the
 * guide for analysts.
 */

const OF_THEFT: Readonly<Record<Custodian, Parts>> = {
  maker: [
    ['theft-dealer', 85],
    ['corrupt-dealer', 15],
  ],
  trade: [
    ['theft-dealer', 80],
    ['corrupt-dealer', 20],
  ],
  transit: [
    ['theft-transit', 75],
    ['diversion-in-transit', 25],
  ],
  private: [
    ['theft-private', 90],
    ['straw-purchase', 10],
  ],
  state_stock: [
    ['theft-state-stock', 90],
    ['loss', 10],
  ],
  // Stolen from those who held it, or reported by a holder from whom it had been taken already.
  state_custody: [
    ['theft-state-stock', 55],
    ['custody-leak', 20],
    ['straw-purchase', 15],
    ['misreading', 10],
  ],
}

const UNKNOWN_VICTIM: Parts = [
  ['theft-private', 70],
  ['theft-dealer', 15],
  ['unknown', 15],
]

function ofReport({ cause, custodian, reportedLate }: Circumstances): Parts {
  const theft = custodian === null ? UNKNOWN_VICTIM : OF_THEFT[custodian]
  const scaled = (share: number): Parts => theft.map(([kind, part]) => [kind, part * share] as const)
  const late: Parts = reportedLate && custodian === 'private' ? [['straw-purchase', 45]] : []
  if (cause === 'theft') return [...theft, ...late]
  return cause === 'loss' ? [['loss', 85], ...scaled(0.15), ...late] : [...scaled(0.6), ['loss', 40], ...late]
}

const LONG_YEARS = 20

function fromPrivateHands(known: Circumstances): Parts {
  const { yearsSinceTransfer: since, yearsOfWindow: years, expired, surrendered } = known
  const recent = since !== null && since <= 3 && !surrendered
  return [
    ['unknown', 30],
    ['theft-private', 18],
    ['straw-purchase', recent ? (since <= 1 ? 40 : 25) : surrendered ? 0 : 8],
    ['with-its-holder', 15],
    ['loss', 8],
    ['unrecorded-transfer', 8],
    ['inheritance-unregistered', years !== null && years > LONG_YEARS ? 25 : years !== null && years > 10 ? 12 : 4],
    ['overdue-licence', expired ? 40 : 5],
  ]
}

function outOfTransit({ reExported }: Circumstances): Parts {
  return [
    reExported ? ['unauthorised-re-export', 45] : ['diversion-in-transit', 45],
    ['unrecorded-import', 20],
    reExported ? ['diversion-in-transit', 10] : ['fake-licence-or-euc', 10],
    ['theft-transit', 10],
    ['unknown', 15],
  ]
}

function withoutOrigin({ surrendered, neverMarked }: Circumstances): Parts {
  return [
    ['unknown', 45],
    ['civilian-stock-legacy', surrendered ? 25 : 10],
    ['inheritance-unregistered', surrendered ? 20 : 6],
    ['unrecorded-import', 10],
    ['theft-private', surrendered ? 2 : 8],
    ['illicit-manufacture', neverMarked ? 55 : 4],
    ['assembly-from-parts', neverMarked ? 15 : 4],
    ['battlefield-loss', 4],
  ]
}

const OF_STATE_STOCK: Parts = [
  ['theft-state-stock', 35],
  ['service-use', 25],
  ['unknown', 20],
  ['state-transfer', 10],
  ['unrecorded-allocation', 10],
]

/** A leak from custody is one explanation beside others that are no fault of the custodian. */
export const RECOVERED_AGAIN: Parts = [
  ['unknown', 25],
  ['custody-leak', 18],
  ['unrecorded-return', 16],
  ['unrecorded-allocation', 10],
  ['unrecorded-auction', 10],
  ['unrecorded-release', 9],
  ['misreading', 7],
  ['twin', 5],
]

export const DESTROYED_YET_SEEN: Parts = [
  ['unknown', 26],
  ['wrong-certificate-number', 25],
  ['custody-leak', 25],
  ['misreading', 14],
  ['twin', 10],
]

export const DEACTIVATED_YET_SEEN: Parts = [
  ['reactivation', 35],
  ['still-deactivated', 25],
  ['wrong-certificate-number', 20],
  ['misreading', 12],
  ['twin', 8],
]

export const TWO_PLACES: Parts = [
  ['entry-not-closed', 34],
  ['unrecorded-transfer', 22],
  ['unrecorded-release', 12],
  ['twin', 18],
  ['misreading', 14],
]

export const REPORTED_LATE: Parts = [
  ['late-report', 60],
  ['straw-purchase', 40],
]

export const SHORT_TIME: Parts = [
  ['straw-purchase', 35],
  ['theft-private', 25],
  ['unknown', 20],
  ['with-its-holder', 20],
]

export const UNCONFIRMED_EXPORT: Parts = [
  ['unrecorded-import', 60],
  ['diversion-in-transit', 25],
  ['fake-licence-or-euc', 15],
]

export const UNCONFIRMED_RE_EXPORT: Parts = [
  ['unrecorded-import', 55],
  ['unauthorised-re-export', 30],
  ['diversion-in-transit', 15],
]

function ofPlace(known: Circumstances): Parts {
  switch (known.custodian) {
    case null:
      return withoutOrigin(known)
    case 'private':
      return fromPrivateHands(known)
    case 'transit':
      return outOfTransit(known)
    case 'state_stock':
      return OF_STATE_STOCK
    case 'state_custody':
      return RECOVERED_AGAIN
    case 'maker':
    case 'trade':
      return [
        ['unknown', 35],
        ['unrecorded-transfer', 22],
        ['theft-dealer', 22],
        ['corrupt-dealer', 21],
      ]
  }
}

/** Everything that may explain how the item left lawful hands, with its part; never one answer where several are open. */
export function explain(known: Circumstances): Parts {
  switch (known.cause) {
    case 'theft':
    case 'loss':
    case 'loss-or-theft':
      return ofReport(known)
    case 'conversion':
      return known.examined
        ? [
            ['conversion-of-nonlethal', 95],
            ['unknown', 5],
          ]
        : [
            ['conversion-of-nonlethal', 80],
            ['misreading', 15],
            ['unknown', 5],
          ]
    case 'reactivation':
      return known.examined
        ? [
            ['reactivation', 95],
            ['unknown', 5],
          ]
        : [
            ['reactivation', 80],
            ['misreading', 15],
            ['unknown', 5],
          ]
    case 'recovered-again':
      return RECOVERED_AGAIN
    case 'destroyed':
      return DESTROYED_YET_SEEN
    case 'deactivated':
      return DEACTIVATED_YET_SEEN
    case 'offer':
    case 'crime':
    case 'mark':
    case 'recovery':
      return ofPlace(known)
  }
}
