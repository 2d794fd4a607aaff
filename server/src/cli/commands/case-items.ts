import { CASE_ITEM_KINDS } from '@proofmark/contract/case-desk-words'
import { caseFindItemsRequest, caseHoldingRequest } from '@proofmark/contract/schemas/case'
import { findItems } from '../../cases/commands/find-items.ts'
import { showHolding } from '../../cases/commands/show-holding.ts'
import { presentFindable, presentHolding } from '../../cases/present/case.ts'
import { listed, needed } from '../arguments.ts'
import { oneLine, print, printJson } from '../output.ts'
import type { Shell } from '../shell.ts'
import { typed } from '../typed.ts'

interface Flags {
  readonly json?: boolean | undefined
}

const line = (...cells: readonly (string | null)[]) => print(cells.map((cell) => oneLine(cell ?? '')).join('\t'))

/** `proofmark case find TEXT`: what may be given to a case. */
export async function findForCase({ run, say, grounds }: Shell, { json }: Flags, words: readonly string[]) {
  const input = typed(caseFindItemsRequest, { text: needed(words.join(' ') || undefined, 'TEXT'), grounds })
  for (const item of (await run((context) => findItems(context, input))).map(presentFindable))
    if (json) printJson(item)
    else line(say(`case.item.${item.kind}`), item.label, item.day, item.kind, item.id)
}

/** `proofmark case holding KIND ID`: in which cases of the reader's something stands. */
export async function holdingOfCases({ run, say, grounds }: Shell, { json }: Flags, words: readonly string[]) {
  const item = { kind: listed('KIND', needed(words[0], 'KIND'), CASE_ITEM_KINDS), id: needed(words[1], 'ID') }
  const input = typed(caseHoldingRequest, { items: [item], grounds })
  const held = await run(async (context) =>
    (await showHolding(context, input.items)).map((each) => presentHolding(each, context.reader.agency?.id ?? null)),
  )
  for (const each of held)
    if (json) printJson(each)
    else
      line(
        each.reference,
        each.title,
        say(`case.state.${each.state}`),
        each.finding,
        each.agency,
        each.entry,
        each.case,
      )
}
