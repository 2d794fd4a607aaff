import { createPool } from '../../../store/connection.ts'
import { currentRun } from './open-run.ts'
import { workOnRun } from './work-on-run.ts'

/** A process that works on a run until it is over or is killed, and says so after each partition. */
const [url, lease] = process.argv.slice(2) as [string, string]
const pool = createPool(url, 4)
const run = await currentRun(pool)
if (run)
  await workOnRun(pool, run, {
    threads: 1,
    lease: Number(lease),
    onProgress: () => void process.stdout.write('partition\n'),
  })
await pool.end()
