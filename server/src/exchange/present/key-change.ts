import type { KeyChangeList } from '@proofmark/contract/schemas/key-change'
import type { listKeyChanges, OfferedKeyChange } from '../queries/list-key-changes.ts'

const moment = (date: Date | null): string | null => date?.toISOString() ?? null

/** What two people read to each other: fingerprints and keys, or the text of the ledger's key that follows. */
function fingerprintsIn({ identity, note }: OfferedKeyChange['statement']): string[] {
  if (identity) return [...identity.certificates, ...identity.messageKeys.map(({ key }) => key)]
  return [note?.split('\n')[3] ?? '']
}

export function presentKeyChanges({
  offered,
  own,
  certificateEnds,
}: Awaited<ReturnType<typeof listKeyChanges>>): KeyChangeList {
  return {
    offered: offered.map(({ statement, at, decidedAt, ...rest }) => ({
      ...rest,
      at: at.toISOString(),
      decidedAt: moment(decidedAt),
      fingerprints: fingerprintsIn(statement),
    })),
    own: own.map(({ at, switchedAt, told, ...rest }) => ({
      ...rest,
      at: at.toISOString(),
      switchedAt: moment(switchedAt),
      told: told.map((each) => ({ ...each, at: moment(each.at) })),
    })),
    certificateEnds: moment(certificateEnds),
  }
}
