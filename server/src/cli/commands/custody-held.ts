import { clearanceLetGoRequest } from '@proofmark/contract/schemas/clearance'
import { letGo, listHolds } from '../../custody/commands/list-holds.ts'
import { presentHolds } from '../../custody/present/hold.ts'
import { needed } from '../arguments.ts'
import { oneLine, print, printJson } from '../output.ts'
import { typed } from '../typed.ts'
import type { CustodyAct } from './custody-acts.ts'

/** What is held for traces of the reader's agency, and under custodies that the reader oversees. */
const held: CustodyAct = async ({ run, say }, flags) => {
  const { ours, overseen } = presentHolds(await run(listHolds))
  if (flags.json) return printJson({ ours, overseen })
  for (const { hold, handle, keeper, reference, at, stands } of ours)
    print([hold, stands ? '!' : '', handle, oneLine(keeper.agency), oneLine(reference), at].join('\t'))
  for (const { handle, keeper, owner, at } of overseen)
    print([handle, oneLine(keeper), oneLine(owner?.agency ?? '–'), at].join('\t'))
  if (ours.length + overseen.length === 0) print(say('shell.custody_nothing_held'))
}

/** Says that a trace needs an exhibit no longer, although it is open. */
const release: CustodyAct = async (shell, flags, [hold]) => {
  const { grounds: _, ...said } = typed(clearanceLetGoRequest, {
    ...{ hold: needed(hold, 'HOLD'), why: needed(flags.why, '--why TEXT'), grounds: shell.grounds },
  })
  await shell.run((context) => letGo(context, said))
  await held(shell, flags, [])
}

export const HELD_ACTS = { held, 'let-go': release } as const satisfies Readonly<Record<string, CustodyAct>>
