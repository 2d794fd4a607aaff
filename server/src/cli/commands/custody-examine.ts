import { ProofmarkError } from '@proofmark/contract/errors'
import { recoveryExamineRequest } from '@proofmark/contract/schemas/recovery-answers'
import { insist } from '../../access/insist.ts'
import { examineExhibit } from '../../custody/commands/examine-exhibit.ts'
import { needLabel } from '../../custody/queries/exhibit.ts'
import { needed } from '../arguments.ts'
import { readText } from '../open-file.ts'
import { print, printJson } from '../output.ts'
import { typed } from '../typed.ts'
import type { CustodyAct } from './custody-acts.ts'
import { identifierOf } from './recovery.ts'

function saidIn(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ProofmarkError('body_invalid', { field: file, expected: 'json' }, cause)
  }
}

/**
 * `proofmark custody examine EXHIBIT FILE.json`: what an examiner says of an exhibit, with the fields that an item has on a form of
 * recovery. The same file twice is one examination.
 */
const examine: CustodyAct = async ({ run, say, grounds }, { json }, [word, name]) => {
  const exhibit = needLabel(needed(word, 'EXHIBIT'))
  const file = needed(name, 'FILE.json')
  const text = await readText(file)
  const { grounds: _, ...asked } = typed(recoveryExamineRequest, {
    ...{ examination: identifierOf(`${exhibit} ${text}`), exhibit, said: saidIn(file, text), grounds },
  })
  const { number, record } = await insist(run, (context) => examineExhibit(context, asked))
  if (json) printJson({ exhibit, number, record })
  else print(say('shell.custody_examined', { number, record: record ?? '–' }))
}

export const EXAMINE_ACTS = { examine } as const satisfies Readonly<Record<string, CustodyAct>>
