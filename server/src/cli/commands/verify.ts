import { logOrigin, logSigner } from '../../access/ledger/log-key.ts'
import { sequenceAll, signTree } from '../../access/ledger/sequence.ts'
import { verifyAccessLog } from '../../access/ledger/verify.ts'
import { presentVerdict } from '../../access/present/verdict.ts'
import { createPool } from '../../store/connection.ts'
import { COMMON, readArguments } from '../arguments.ts'
import { readText } from '../open-file.ts'
import { print, printJson } from '../output.ts'
import { withStore } from '../with-store.ts'

const FLAGS = { json: COMMON.json, checkpoint: { type: 'string' } } as const

/**
 * `proofmark verify [--checkpoint FILE] [--json]`: examines the access log against its tree, its checkpoints and one
 * that was kept elsewhere. Ends with 1 where it found a fault.
 */
export async function verifyCommand(args: readonly string[]): Promise<void> {
  const { flags } = readArguments(args, FLAGS)
  const kept = flags.checkpoint === undefined ? [] : [await readText(flags.checkpoint)]
  await withStore(async ({ store, say, installation }) => {
    const pool = createPool(store.urls.log, 2)
    try {
      await sequenceAll(pool)
      await signTree(pool, logSigner(installation.id, store.keys.ledgerSeed))
      const verdict = presentVerdict(await verifyAccessLog(pool, logOrigin(installation.id), kept))
      if (flags.json)
        printJson({
          ...verdict,
          faults: verdict.faults.map((each) => ({ ...each, text: say(`fault.${each.fault}`, { ...each }) })),
        })
      else {
        for (const fault of verdict.faults) print(say(`fault.${fault.fault}`, { ...fault }))
        print(
          say(verdict.ok ? 'shell.verify_sound' : 'shell.verify_faults', {
            size: verdict.size,
            faults: verdict.faults.length,
            pending: verdict.pending,
            root: verdict.root,
          }),
        )
      }
      if (!verdict.ok) process.exitCode = 1
    } finally {
      await pool.end()
    }
  })
}
