import { randomUUID } from 'node:crypto'
import { ProofmarkError } from '@proofmark/contract/errors'
import {
  stocktakeBeginRequest,
  stocktakeListRequest,
  stocktakeScanRequest,
  storageAddRequest,
} from '@proofmark/contract/schemas/custody-storage'
import { insist } from '../../access/insist.ts'
import { addStorage } from '../../custody/commands/add-storage.ts'
import { listStocktakes, showStocktake, takeStockTable } from '../../custody/commands/show-stocktake.ts'
import { takeLabels } from '../../custody/commands/take-paper.ts'
import { beginStocktake, closeStocktake, scanStock, withdrawScan } from '../../custody/commands/take-stock.ts'
import { printLabels } from '../../custody/documents/labels.ts'
import { presentStocktake, presentStocktakes, stockTableLines } from '../../custody/present/storage.ts'
import { storagePlaces } from '../../custody/queries/storage.ts'
import { needed, readAfter, readLimit } from '../arguments.ts'
import { readText } from '../open-file.ts'
import { oneLine, print, printJson, tell, write } from '../output.ts'
import type { Shell } from '../shell.ts'
import { typed } from '../typed.ts'
import type { CustodyAct } from './custody-acts.ts'
import { type CustodyFlags, written } from './custody-print.ts'

const store: CustodyAct = async (shell, flags, [act, word]) => {
  const { run, grounds } = shell
  if (act === 'add') {
    const said = typed(storageAddRequest, {
      ...{ id: randomUUID(), name: needed(word, 'NAME'), grounds },
      ...(flags.in === undefined ? {} : { parent: flags.in }),
    })
    const { id } = await run((context) => addStorage(context, said))
    return flags.json ? printJson({ id }) : print(id)
  }
  for (const place of await run(storagePlaces)) {
    if (flags.json) printJson(place)
    else print([place.id, oneLine(place.path), place.exhibits].join('\t'))
  }
}

async function printStock({ run, say }: Shell, flags: CustodyFlags, id: string): Promise<void> {
  const shown = presentStocktake(await run((context) => showStocktake(context, id)))
  if (flags.json) return printJson(shown)
  print(`${shown.stocktake}\t${shown.scans}`)
  for (const { finding, exhibit, text } of shown.lines)
    print(`${say(`word.stock_finding.${finding}`)}\t${exhibit ?? oneLine(text ?? '')}`)
}

/** Lines of scanned text: files, or labels among the words. */
async function scannedIn(words: readonly string[], storage: string) {
  const texts: string[] = []
  for (const word of words) {
    if (!word.endsWith('.txt')) texts.push(word)
    else texts.push(...(await readText(word)).split(/\r?\n/).filter((line) => line.trim() !== ''))
  }
  return texts.map((text) => ({ id: randomUUID(), storage, text }))
}

const stocktake: CustodyAct = async (shell, flags, [act = '', word, ...more]) => {
  const { run, grounds } = shell
  const id = needed(word, act === 'begin' ? 'PLACE' : 'STOCKTAKE')
  if (act === 'begin') {
    const said = typed(stocktakeBeginRequest, { id: randomUUID(), storage: id, grounds })
    return printStock(shell, flags, await run((context) => beginStocktake(context, said)))
  }
  if (act === 'scan') {
    const scans = await scannedIn(more, needed(flags.in, '--in PLACE'))
    const said = typed(stocktakeScanRequest, { stocktake: id, scans, grounds })
    await run((context) => scanStock(context, said))
  } else if (act === 'withdraw')
    await run((context) => withdrawScan(context, { stocktake: id, scan: needed(more[0], 'SCAN') }))
  else if (act === 'close') await run((context) => closeStocktake(context, id))
  else if (act !== 'show')
    throw new ProofmarkError('value_not_listed', {
      field: 'stocktake',
      value: act,
      accepted: 'begin, scan, withdraw, close, show',
    })
  if (!flags.csv) return printStock(shell, flags, id)
  const table = await run((context) => takeStockTable(context, id))
  for await (const line of stockTableLines(table, shell.say)) await write(line)
}

/** Stock-takings, those that are open first. */
const stocktakes: CustodyAct = async ({ run, say, grounds }, flags) => {
  const { grounds: _, ...asked } = typed(stocktakeListRequest, {
    ...(flags.store === undefined ? {} : { storage: flags.store }),
    ...(flags.state === undefined ? {} : { state: flags.state }),
    ...{ after: readAfter(flags.after), limit: readLimit(flags.limit), grounds },
  })
  const { stocktakes: shown, more } = presentStocktakes(await run((context) => listStocktakes(context, asked)))
  for (const each of shown) {
    if (flags.json) printJson(each)
    else print([each.stocktake, each.begunAt, say(`word.stocktake_state.${each.state}`), oneLine(each.path)].join('\t'))
  }
  if (!flags.json && more) tell(say('shell.list_more', { after: asked.after + shown.length }))
}

const labels: CustodyAct = async (shell, flags, words) => {
  const out = needed(flags.out, '--out FILE')
  const exhibits = await insist(shell.run, (context) => takeLabels(context, words))
  await written(shell, flags, out, await printLabels(exhibits))
}

export const STORAGE_ACTS = { store, stocktake, stocktakes, labels } as const satisfies Readonly<
  Record<string, CustodyAct>
>
