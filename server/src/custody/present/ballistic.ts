import type { Say } from '@proofmark/contract/messages'
import { BALLISTIC_REFERRERS, EXAMINERS } from '@proofmark/contract/route'
import type {
  BallisticAdded,
  BallisticItem,
  BallisticLink,
  BallisticList,
  BallisticReferral,
  BallisticResultShown,
  BallisticShown,
} from '@proofmark/contract/schemas/ballistic'
import type { Reader } from '../../access/context.ts'
import type { Added } from '../commands/add-ballistics.ts'
import { type BallisticDesk, lastTold, type Referral } from '../commands/show-ballistics.ts'
import { mayVerify, mayWithdrawResult } from '../policy/ballistic-result.ts'
import type { KeptComparison, KeptResult } from '../queries/ballistic-comparisons.ts'
import type { KeptItem } from '../queries/ballistic-items.ts'
import type { WeaponView } from '../queries/weapon-view.ts'
import { countedLevel, stateOf } from '../rules/ballistics/result.ts'

const presentItem = ({
  id,
  said,
  entry,
  system,
  reference,
  agencyName,
  version,
  ...kept
}: KeptItem): BallisticItem => ({
  item: id,
  entry,
  system,
  reference,
  kind: said.kind ?? null,
  calibre: said.calibre ?? null,
  lands: said.lands ?? null,
  twist: said.twist ?? null,
  characteristics: said.characteristics ?? null,
  submitted: said.submitted ?? null,
  scene: said.scene ?? null,
  case: said.case ?? null,
  date: said.date ?? null,
  place: said.place ?? null,
  exhibit: kept.exhibit ?? said.exhibit ?? null,
  firearm: kept.record ?? said.firearm ?? null,
  recovered: said.recovered ?? null,
  by: said.by ?? null,
  agency: agencyName,
  version,
  savedBy: kept.savedBy,
  savedAt: kept.savedAt.toISOString(),
})

/** What it says is told as what it counts for, and as nothing more. */
function presentResult(result: KeptResult, reader: Reader): BallisticResultShown {
  const { id, said, by, at, verifiedBy, verifiedAt, withdrawnBy, withdrawnReason } = result
  return {
    result: id,
    level: countedLevel(result),
    state: stateOf(result),
    on: said.on,
    system: said.system,
    reference: said.reference ?? null,
    examiner: said.examiner,
    verifier: said.verifier ?? null,
    note: said.note ?? null,
    by,
    at: at.toISOString(),
    verifiedBy,
    verifiedAt: verifiedAt?.toISOString() ?? null,
    withdrawnBy,
    withdrawnReason,
    verifiable: stateOf(result) === 'waiting' && mayVerify(reader, result),
    withdrawable: !result.withdrawn && mayWithdrawResult(reader, result),
  }
}

const presentLink = ({ first, second, level, results, referrals }: KeptComparison, reader: Reader): BallisticLink => ({
  first,
  second,
  level,
  results: results.map((each) => presentResult(each, reader)),
  referrals: referrals.map(({ at, ...each }) => ({ ...each, at: at.toISOString() })),
})

const holds = ({ installer, roles }: Reader, wanted: readonly string[]) =>
  installer || roles.some((role) => wanted.includes(role))

/** A weapon as this reader has it. */
export function presentWeapon(view: WeaponView, reader: Reader): BallisticShown {
  const { asked, weapon, items, others, comparisons, firearms, clocks, trace } = view
  return {
    item: asked,
    weapon: weapon.items[0]!,
    items: items.map(presentItem),
    links: comparisons.map((each) => presentLink(each, reader)),
    others: others.map(presentItem),
    firearms: [...firearms],
    contradictions: weapon.contradictions.map(({ first, second }) => ({ first, second })),
    clocks: [...clocks],
    trace,
    reader: { examines: holds(reader, EXAMINERS), refers: holds(reader, BALLISTIC_REFERRERS) },
  }
}

const ends = (days: readonly (string | undefined)[]) => days.filter((day) => day !== undefined).sort()

/** The desk's list. */
export function presentDesk({ weapons, comparisons, latest, items: known, figures }: BallisticDesk): BallisticList {
  return {
    weapons: weapons.map(({ weapon, items }) => {
      const days = ends(items.filter(({ entry }) => entry === 'fired_item').map(({ said }) => said.date))
      return {
        weapon: weapon.items[0]!,
        reference: items[0]!.reference,
        calibre: items.find(({ said }) => said.calibre !== undefined)?.said.calibre ?? null,
        items: items.length,
        scenes: items.filter(({ entry }) => entry === 'fired_item').length,
        firearm: items.find(({ record }) => record !== null)?.record ?? null,
        from: days[0] ?? null,
        to: days.at(-1) ?? null,
      }
    }),
    waiting: comparisons.flatMap(({ first, second, results }) =>
      results
        .filter((each) => stateOf(each) === 'waiting')
        .map(({ id, examiner }) => ({
          ...{ result: id, first, second, examiner },
          references: [first, second].map((item) => known.get(item)?.reference ?? ''),
        })),
    ),
    latest: latest.map(presentItem),
    figures,
  }
}

/** Items that were found. */
export const presentFound = ({ items, more }: { readonly items: readonly KeptItem[]; readonly more: boolean }) => ({
  items: items.map(presentItem),
  more,
})

/** A referral with its reasons in words. */
export function presentReferral(
  { comparison, weapon, worth, items, firearm, scenes: joined }: Referral,
  say: Say,
): BallisticReferral {
  const { first, second, level, referrals } = comparison
  const told = lastTold(comparison)
  const scenes = items.filter(({ entry }) => entry === 'fired_item')
  return {
    first,
    second,
    weapon: weapon.items[0]!,
    level,
    points: worth.points,
    reasons: worth.reasons.map(({ reason, points }) => ({
      reason,
      points,
      text: say(`ballistic.reason.${reason}`, { scenes: joined }),
    })),
    scenes: scenes.map(({ id, reference, said }) => ({
      item: id,
      reference,
      scene: said.scene ?? null,
      case: said.case ?? null,
      date: said.date ?? null,
      place: said.place ?? null,
    })),
    firearm,
    told: told && { to: told.to ?? '', at: told.at.toISOString(), level: told.level },
    outcome: referrals.findLast(({ act }) => act === 'outcome')?.outcome ?? null,
  }
}

/** What was taken in, and what came back with what would have been accepted. */
export function presentAdded({ faults, waiting, items, results, ...counts }: Added, say: Say): BallisticAdded {
  return {
    ...counts,
    waiting: [...waiting],
    items: [...items],
    results: [...results],
    problems: faults.map(({ row, field, value, expected, words = '', limit = 0 }) => ({
      row,
      field,
      value,
      reason: value === '' ? say('ballistic.fault_empty', { field }) : say('ballistic.fault', { field, value }),
      accepted: say('ballistic.accepted', { expected, words, limit }),
    })),
  }
}
