import { settleLedgers, verifyLedgers } from '../../processes/ledgers.ts'
import { createPool, SHELL_PATIENCE_SECONDS } from '../../store/connection.ts'
import { COMMON, readArguments } from '../arguments.ts'
import { readText } from '../open-file.ts'
import { print, printJson } from '../output.ts'
import { withStore } from '../with-store.ts'

const FLAGS = { json: COMMON.json, checkpoint: { type: 'string' } } as const

/**
 * `proofmark verify [--checkpoint FILE] [--json]`: examines the access log and the exchange ledger, each against its tree,
 * its checkpoints and one that was kept elsewhere. Ends with 1 where it found a fault.
 */
export async function verifyCommand(args: readonly string[]): Promise<void> {
  const { flags } = readArguments(args, FLAGS)
  const kept = flags.checkpoint === undefined ? [] : [await readText(flags.checkpoint)]
  await withStore(async ({ store, say, installation }) => {
    const pool = createPool(store.urls.log, 2, SHELL_PATIENCE_SECONDS)
    try {
      await settleLedgers(pool, installation.id, store.keys)
      const verdict = await verifyLedgers(pool, installation.id, kept)
      if (flags.json)
        printJson({
          ...verdict,
          faults: verdict.faults.map((each) => ({ ...each, text: say(`fault.${each.fault}`, { ...each }) })),
        })
      else {
        for (const fault of verdict.faults) {
          const text = say(`fault.${fault.fault}`, { ...fault })
          print(fault.tree === 'access' ? text : say('shell.verify_of_exchange', { fault: text }))
        }
        print(
          say(verdict.ok ? 'shell.verify_sound' : 'shell.verify_faults', {
            size: verdict.size,
            faults: verdict.faults.length,
            pending: verdict.pending,
            root: verdict.root,
          }),
        )
        print(say('shell.verify_exchange', { ...verdict.exchange }))
      }
      if (!verdict.ok) process.exitCode = 1
    } finally {
      await pool.end()
    }
  })
}
