import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { privateLookUpVectors } from '../proofs/src/private/vectors.test-helper.ts'
import { ROOT } from './run-program.ts'

/** `node tools/write-vectors.ts`: writes the published vectors anew. They change with the form's version and never else. */
const path = join(ROOT, 'contract', 'vectors', 'private-look-up-1.json')
await writeFile(path, `${JSON.stringify(privateLookUpVectors(), null, 2)}\n`)
