/** Holds the folder named in its first argument until it is killed; prints a line once it does. */
import { acquireFolder } from './lock.ts'

await acquireFolder(process.argv[2] ?? '')
process.stdout.write('held\n')
setInterval(() => undefined, 60_000)
