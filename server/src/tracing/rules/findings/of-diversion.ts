import { daysOf, wordDays } from '../bounds.ts'
import { type Diversion, lengthInYears } from '../diversions.ts'
import { REPORTED_LATE, SHORT_TIME } from '../explanations.ts'
import { lateReport } from '../reported-late.ts'
import { SHORT_YEARS, STRIKING_YEARS, type TimeToCrime, yearsOf } from '../time-to-crime.ts'
import { weigh } from '../weights.ts'
import { isReport } from '../windows.ts'
import { type Finding, found, recordsOf } from './finding.ts'

const LONG_WINDOW_YEARS = 5

/** Where it left lawful hands; with the records of the custody that this speaks against, where no other finding does. */
export function pointOf(
  { from, to, place, kind, confidence, records }: Diversion,
  oversight: Finding['oversight'] = null,
): Finding[] {
  const days = { from: from ?? 'none', to: to ?? 'none', place: place ?? 'none' }
  return found('diversion_point', { ...days, kind, confidence }, records, { oversight })
}

function longWindow(diversion: Diversion): Finding[] {
  const years = lengthInYears(diversion)
  if (years === null || years <= LONG_WINDOW_YEARS) return []
  return found('window_over_five_years', { years: Math.floor(years) }, diversion.records)
}

function lateTheft({ window }: Diversion): Finding[] {
  const late = lateReport(window)
  if (!late) return []
  const { report, found: before, days } = late
  const told = report.records.map(({ reported }) => wordDays(reported)).find((word) => word !== 'none') ?? 'none'
  return found(
    'theft_reported_late',
    { days: days ?? 0, told, found: before ? wordDays(daysOf(before.bounds)) : 'none' },
    recordsOf(before ? [report, before] : [report]),
    { alternatives: weigh(REPORTED_LATE) },
  )
}

function stateStock({ window: { cause, custody, end } }: Diversion): Finding[] {
  const ofTheState = custody?.custodian === 'state_stock' || custody?.custodian === 'state_custody'
  if (!isReport(cause) || !custody || !ofTheState) return []
  return found('stolen_state_stock', { custodian: custody.custodian, date: wordDays(daysOf(end.bounds)) }, [
    ...recordsOf(custody.proofs.slice(-1)),
    ...recordsOf([end]),
  ])
}

/** What the rules say of each diversion, beside where it was. */
export const diversionFindings = (diversions: readonly Diversion[]): Finding[] =>
  diversions.flatMap((each) => [...longWindow(each), ...lateTheft(each), ...stateStock(each)])

/** Times to crime that are short; a theft that was told in time explains them. */
export function shortTimes(times: readonly { readonly time: TimeToCrime; readonly diversion: Diversion }[]): Finding[] {
  return times.flatMap(({ time, diversion: { window } }) => {
    const explained = isReport(window.cause) && lateReport(window) === null
    if (explained || yearsOf(time.most) > SHORT_YEARS) return []
    const { name, anchorKind, anchor, end, most } = time
    const parameters = {
      end: name === 'time-to-crime' ? 'crime' : 'recovery',
      anchor: anchorKind === 'import' ? 'import' : 'transfer',
      from: wordDays(daysOf(anchor.bounds)),
      to: wordDays(daysOf(end.bounds)),
      days: most,
      strength: yearsOf(most) <= STRIKING_YEARS ? 'striking' : 'short',
    }
    return found('short_time_to_crime', parameters, recordsOf([anchor, end]), { alternatives: weigh(SHORT_TIME) })
  })
}
