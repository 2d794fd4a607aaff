import { canonicalJson, type PlainData } from '@proofmark/proofs/canonical'
import type { CustodyView } from '../queries/custody-view.ts'
import { presentCustody } from './custody.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

/**
 * The chain of an exhibit as data for a court: each statement with its hash and signatures, what it commits to, and what the rules say of
 * it. Whoever has it can work all of that out again.
 */
export function chainData(view: CustodyView): Uint8Array {
  const shown = presentCustody(view)
  const { exhibit, events, names, judged } = view
  const data = {
    form: 'proofmark-custody-chain-1',
    exhibit: exhibit.id,
    kind: exhibit.kind,
    agency: { id: exhibit.agency, name: names.agencies.get(exhibit.agency) ?? null },
    people: Object.fromEntries(names.accounts),
    agencies: Object.fromEntries(names.agencies),
    unbroken: judged.unbroken,
    breaks: shown.breaks,
    orders: shown.orders,
    holds: shown.holds,
    madeOf: shown.madeOf,
    becamePartOf: shown.becamePartOf,
    events: events.map(({ statement, hash, signature, deviceAt, recordedAt, entry, outside, answer }, place) => ({
      ...{ statement, hash, signature, entry },
      grade: judged.events[place]!.grade,
      deviceAt: iso(deviceAt),
      recordedAt: iso(recordedAt),
      outside: outside && { names: outside.names, salt: outside.salt.toString('base64') },
      answer: answer && {
        statement: answer.statement,
        hash: answer.hash,
        signature: answer.signature,
        entry: answer.entry,
        deviceAt: iso(answer.deviceAt),
        recordedAt: iso(answer.recordedAt),
      },
    })),
  }
  return canonicalJson(JSON.parse(JSON.stringify(data)) as PlainData)
}
