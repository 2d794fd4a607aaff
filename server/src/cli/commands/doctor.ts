import { CLOCK_CHECKS } from '../../store/clock-checks.ts'
import { createPool, SHELL_PATIENCE_SECONDS } from '../../store/connection.ts'
import { CHECKS } from '../../store/doctor.ts'
import { COMMON, readArguments } from '../arguments.ts'
import { print, printJson } from '../output.ts'
import { withStore } from '../with-store.ts'

/** `proofmark doctor [--json]`: what the schema cannot promise by itself, checked. Ends with 1 where something is wrong. */
export async function doctorCommand(args: readonly string[]): Promise<void> {
  const { flags } = readArguments(args, { json: COMMON.json })
  await withStore(async ({ store, say }) => {
    const pool = createPool(store.urls.backup, 1, SHELL_PATIENCE_SECONDS)
    try {
      const ofTheClock = CLOCK_CHECKS.map((each) => ({ ...each, values: [new Date()] }))
      for (const { check, query, values } of [...CHECKS.map((each) => ({ ...each, values: [] })), ...ofTheClock]) {
        const { rows } = await pool.query<{ wrong: string }>(query, values)
        const wrong = Number(rows[0]?.wrong ?? 0)
        if (wrong > 0) process.exitCode = 1
        if (flags.json) printJson({ check, wrong })
        else
          print(say(wrong === 0 ? 'shell.doctor_well' : 'shell.doctor_wrong', { check: say(`doctor.${check}`), wrong }))
      }
    } finally {
      await pool.end()
    }
  })
}
