import type { CustodyListed, CustodyShown, ItemSaid, ShownSide } from '@proofmark/contract/schemas/custody'
import type { CustodyView } from '../queries/custody-view.ts'
import type { Names } from '../queries/names.ts'
import type { CustodyParty } from '../rules/custody-event.ts'
import { labelCode } from '../rules/label-code.ts'
import { presentExamination } from './examination.ts'

/** One side in names: of a person the name, and of whom. */
export function presentSide(party: CustodyParty | null, { accounts, agencies }: Names): ShownSide {
  if (party === null) return null
  const { account, agency, outside } = party
  if (outside) return { name: outside.person, organisation: outside.organisation, known: false }
  return {
    name: account === null ? null : (accounts.get(account) ?? null),
    organisation: agency === null ? null : (agencies.get(agency) ?? null),
    known: true,
  }
}

/** A side on one line: `Ann, Police`. */
export const sideText = (side: ShownSide): string => [side?.name, side?.organisation].filter(Boolean).join(', ')

/** What an exhibit is as stated, on one line: `Taurus PT 92, 9 mm, TST1001`; empty where that is not known or not to be seen. */
export function itemText(said: ItemSaid | null): string {
  if (said === null) return ''
  const { stated, ammunition, count, description } = said
  const name = [stated.make || ammunition?.maker, stated.model].filter(Boolean).join(' ')
  const pieces = count === undefined || count === 1 ? undefined : `× ${count}`
  const facts = [name || stated.type || description, stated.calibre, stated.serial, ammunition?.lot, pieces]
  return facts.filter(Boolean).join(', ')
}

function presentEvents({ events, judged, names, places }: CustodyView): CustodyShown['events'] {
  return judged.events.map((each, place) => {
    const { statement, recordedAt, hash, outside, answer } = events[place]!
    const stored = answer?.statement.storage ?? statement.storage
    return {
      event: each.id,
      number: each.number,
      purpose: each.purpose,
      from: presentSide(each.from, names),
      to: presentSide(each.to, names),
      at: each.at,
      recordedAt: recordedAt.toISOString(),
      place: statement.place,
      storage: stored === null ? null : (places.get(stored) ?? null),
      sealIn: each.sealIn,
      sealOut: each.sealOut,
      condition: statement.condition,
      witness: outside?.names.witness ?? null,
      scan: statement.scan,
      grade: each.grade,
      hash,
    }
  })
}

const presentBreaks = ({ judged, explanations }: CustodyView): CustodyShown['breaks'] =>
  judged.breaks.map(({ event, number, code }) => ({
    ...{ event, number, code },
    explanations: explanations
      .filter((each) => each.event === event && each.code === code)
      .map(({ why, by, at }) => ({ why, by, at: at.toISOString() })),
  }))

/** The custody of an exhibit as whoever keeps exhibits sees it. */
export function presentCustody(view: CustodyView): CustodyShown {
  const { exhibit, judged, names, places, orders, holds, openTraces, madeOf, becamePartOf } = view
  const { custodian, ended, storage, seal, unbroken, open } = judged
  return {
    exhibit: exhibit.id,
    kind: exhibit.kind,
    label: labelCode(exhibit.id),
    agency: names.agencies.get(exhibit.agency) ?? '',
    number: view.number,
    said: view.said,
    recovery: view.seesRecovery ? exhibit.recovery : null,
    custodian: presentSide(custodian, names),
    ...{ ended, seal, unbroken, openTraces },
    storage: storage === null || !places.has(storage) ? null : { id: storage, path: places.get(storage)! },
    events: presentEvents(view),
    breaks: presentBreaks(view),
    examinations: view.examinations.map(presentExamination),
    offer: open && { event: open.id, to: presentSide(open.to, names), at: open.saidAt, yours: view.offeredToReader },
    orders: orders.map(({ id, kind, authority, reference, on, until, conditions }) => ({
      ...{ id, kind, authority, reference, on, until, conditions },
    })),
    holds: holds.map(({ id, kind, why, by, since }) => ({ id, kind, why, by, since: since.toISOString() })),
    madeOf: [...madeOf],
    becamePartOf: [...becamePartOf],
  }
}

/** One line of a list. */
export function presentListed({ exhibit, number, said, judged, names, places }: CustodyView): CustodyListed {
  const { custodian, storage, seal, unbroken, ended } = judged
  return {
    exhibit: exhibit.id,
    kind: exhibit.kind,
    label: labelCode(exhibit.id),
    custodian: presentSide(custodian, names),
    storage: storage === null ? null : (places.get(storage) ?? null),
    ...{ number, said, seal, unbroken, ended },
  }
}
