import type { Confidence, DiversionKind } from '@proofmark/contract/life-words'
import { daysFrom, firstOf, knownDay, surelyBefore } from './bounds.ts'
import { explain } from './explanations.ts'
import type { Happening } from './happenings.ts'
import { lastProven, placeOf, provenDays } from './lawful-custody.ts'
import { lateReport } from './reported-late.ts'
import { isNeverMarked } from './sighting.ts'
import { timeToCrime, yearsOf } from './time-to-crime.ts'
import { type Weighted, weigh, withMainFirst } from './weights.ts'
import { isReport, type Window } from './windows.ts'

/** Where an item left lawful hands: after `from` and by the end of `to`, as far as records say. */
export interface Diversion {
  readonly from: string | null
  readonly to: string | null
  readonly place: string | null
  readonly kind: DiversionKind
  readonly confidence: Confidence
  /** Identifiers, the lawful custody first. */
  readonly records: readonly string[]
  readonly alternatives: readonly Weighted[]
  readonly window: Window
}

/**
 * The last day by which it had left lawful hands: the last on which the evidence can have come about, and no later than
 * whatever came to light afterwards.
 */
const endDay = ({ end, evidence, borneOut }: Window): string | null =>
  knownDay(firstOf([end, ...evidence, ...borneOut].map(({ bounds }) => bounds.latest)))

/** The record of lawful custody on which the first day of the window rests. */
function proofOf({ custody, proofs }: Window, from: string | null): Happening[] {
  const proof = from === null ? undefined : proofs.findLast((each) => provenDays(each).includes(from))
  return [...new Set([custody?.since, proof].filter((each) => each !== undefined))]
}

const sources = ({ records }: Happening): string[] => records.map(({ source }) => source.id)

/** Did records of another source, that tell of something else, bear out what the first shows? */
function isBorneOut({ cause, evidence, borneOut, end }: Window): boolean {
  const first = evidence[0] ?? end
  const own = new Set(sources(first))
  const further = evidence.slice(1).filter((each) => !isReport(cause) || each.role !== 'illicit' || !isReportOf(each))
  return [...further, ...borneOut].some((each) => sources(each).every((source) => !own.has(source)))
}

const isReportOf = ({ event }: Happening): boolean => event === 'theft' || event === 'loss' || event === 'loss-or-theft'

/**
 * *possible*: a pattern only. *probable*: one record shows it. *documented*: another source bears it out later. A report
 * that was made only when the firearm had been found is not borne out by the finding; nor does the use of a firearm say
 * by itself that its registered holder had lost it.
 */
function confidenceOf(window: Window): Confidence {
  if (!window.shown) return 'possible'
  const found = lateReport(window)?.found
  const withHolder = window.cause === 'crime' && window.custody?.custodian === 'private'
  return isBorneOut(window) && !found && !withHolder ? 'documented' : 'probable'
}

/** Where the theft or loss is said to have happened; else where the last lawful custody was. */
function placeOfWindow({ cause, custody, evidence }: Window): string | null {
  const said = isReport(cause) ? evidence[0]?.records.find(({ place }) => place !== null)?.place : undefined
  return said ?? (custody ? placeOf(custody) : null)
}

function hasExpired({ custody, end }: Window): boolean {
  return (
    custody?.proofs.some(({ records }) =>
      records.some(
        ({ until }) => until.to !== null && surelyBefore({ earliest: until.to, latest: until.to }, end.bounds),
      ),
    ) ?? false
  )
}

function yearsBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null
  const days = daysFrom({ earliest: from, latest: from }, { earliest: to, latest: to })
  return days === null ? null : yearsOf(days.least)
}

/** Whole years of a window that has both ends; null otherwise. */
export const lengthInYears = ({ from, to }: Pick<Diversion, 'from' | 'to'>): number | null => yearsBetween(from, to)

function wasImported({ custody, proofs }: Window): boolean {
  const out = custody?.proofs.find(({ event }) => event === 'export')
  return (
    out !== undefined &&
    proofs.slice(0, proofs.indexOf(out)).some(({ event }) => event === 'import' || event === 'delivery')
  )
}

/** The window of a diversion in days, with its kind, its confidence and everything else that may explain the records. */
export function diversionOf(window: Window): Diversion {
  const to = endDay(window)
  const from = lastProven(window.proofs, to)
  const seen = [window.end, ...window.evidence, ...window.borneOut]
  const time = timeToCrime(window)
  const parts = explain({
    cause: window.cause,
    custodian: window.custody?.custodian ?? null,
    yearsSinceTransfer: time === null ? null : yearsOf(time.most),
    yearsOfWindow: yearsBetween(from, to),
    reportedLate: lateReport(window) !== null,
    expired: hasExpired(window),
    reExported: wasImported(window),
    surrendered: window.end.event === 'surrender',
    neverMarked: seen.some(({ records }) => records.some(isNeverMarked)),
    examined: seen.some(({ event }) => event === 'examination' || event === 'ballistic-result'),
  })
  const records = [...proofOf(window, from), window.end, ...window.evidence, ...window.borneOut].flatMap((each) =>
    each.records.map(({ record }) => record),
  )
  return {
    from,
    to,
    place: placeOfWindow(window),
    confidence: confidenceOf(window),
    records: [...new Set(records)],
    window,
    ...withMainFirst(weigh(parts)),
  }
}
