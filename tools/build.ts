import { ensureWeb } from '../server/src/cli/ensure-web.ts'

/** `npm run build`: builds the browser app where its sources have changed. */
const folder = await ensureWeb(() => process.stdout.write('Building the browser app …\n'))
process.stdout.write(`${folder}\n`)
