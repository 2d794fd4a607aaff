import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { ProofmarkError } from '@proofmark/contract/errors'
import { LOCALES, type Locale } from '@proofmark/contract/locales'
import {
  disposalOpenRequest,
  disposalSignRequest,
  stocktakeBeginRequest,
  stocktakeScanRequest,
  storageAddRequest,
} from '@proofmark/contract/schemas/custody-storage'
import { insist } from '../../access/insist.ts'
import { addStorage } from '../../custody/commands/add-storage.ts'
import { openDisposal, signDisposal } from '../../custody/commands/dispose.ts'
import { showDisposal } from '../../custody/commands/show-disposal.ts'
import { takeCertificate, takeLabels } from '../../custody/commands/take-paper.ts'
import { beginStocktake, closeStocktake, scanStock, showStocktake } from '../../custody/commands/take-stock.ts'
import { printCertificate } from '../../custody/documents/certificate.ts'
import { printLabels } from '../../custody/documents/labels.ts'
import { presentDisposal, presentStocktake } from '../../custody/present/storage.ts'
import { storagePlaces } from '../../custody/queries/storage.ts'
import { listed, needed } from '../arguments.ts'
import { readText } from '../open-file.ts'
import { oneLine, print, printJson } from '../output.ts'
import type { Shell } from '../shell.ts'
import { typed } from '../typed.ts'
import type { CustodyAct } from './custody-acts.ts'
import type { CustodyFlags } from './custody-print.ts'

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
  } else if (act === 'close') await run((context) => closeStocktake(context, id))
  else if (act !== 'show')
    throw new ProofmarkError('value_not_listed', {
      field: 'stocktake',
      value: act,
      accepted: 'begin, scan, close, show',
    })
  await printStock(shell, flags, id)
}

async function printCampaign({ run, say }: Shell, flags: CustodyFlags, id: string): Promise<void> {
  const shown = presentDisposal(await insist(run, (context) => showDisposal(context, id)))
  if (flags.json) return printJson(shown)
  print([shown.disposal, oneLine(shown.name), `${shown.signatures.length} / 2`].join('\t'))
  for (const { exhibit, obstacles } of shown.exhibits)
    print([exhibit, ...obstacles.map((word) => say(`word.custody_obstacle.${word}`))].join('\t'))
}

async function open(shell: Shell, flags: CustodyFlags, exhibits: readonly string[]): Promise<string> {
  const said = typed(disposalOpenRequest, {
    id: randomUUID(),
    name: flags.name ?? new Date().toISOString().slice(0, 10),
    place: needed(flags.place, '--place TEXT'),
    witness: needed(flags.witness, '--witness NAME'),
    exhibits,
    grounds: shell.grounds,
  })
  return insist(shell.run, (context) => openDisposal(context, said))
}

async function sign(shell: Shell, flags: CustodyFlags, disposal: string): Promise<void> {
  const {
    signature: _,
    grounds: __,
    ...said
  } = typed(disposalSignRequest, {
    ...{ disposal, at: flags.at ?? new Date().toISOString(), grounds: shell.grounds },
  })
  await insist(shell.run, (context) => signDisposal(context, { ...said, origin: null }))
  await printCampaign(shell, flags, disposal)
}

async function written({ say }: Shell, flags: CustodyFlags, file: string, bytes: Uint8Array): Promise<void> {
  await writeFile(file, bytes, { mode: 0o600 })
  if (flags.json) printJson({ file, bytes: bytes.byteLength })
  else print(say('shell.file_written', { file, bytes: bytes.byteLength }))
}

const campaign: CustodyAct = async (shell, flags, [act = '', ...words]) => {
  if (act === 'open') return printCampaign(shell, flags, await open(shell, flags, words))
  const id = needed(words[0], 'CAMPAIGN')
  if (act === 'show') return printCampaign(shell, flags, id)
  if (act === 'sign') return sign(shell, flags, id)
  if (act !== 'certificate')
    throw new ProofmarkError('value_not_listed', {
      field: 'campaign',
      value: act,
      accepted: 'open, show, sign, certificate',
    })
  const out = needed(flags.out, '--out FILE')
  const language = listed('language', flags.language ?? shell.settings.locale, Object.keys(LOCALES) as Locale[])
  const view = await insist(shell.run, (context) => takeCertificate(context, id))
  await written(shell, flags, out, await printCertificate(view, language))
}

/** A campaign of its own for what is named, signed by the reader; another person signs it after them. */
const destroy: CustodyAct = async (shell, flags, words) => sign(shell, flags, await open(shell, flags, words))

const labels: CustodyAct = async (shell, flags, words) => {
  const out = needed(flags.out, '--out FILE')
  const exhibits = await insist(shell.run, (context) => takeLabels(context, words))
  await written(shell, flags, out, await printLabels(exhibits))
}

export const STORAGE_ACTS = { store, stocktake, campaign, destroy, labels } as const satisfies Readonly<
  Record<string, CustodyAct>
>
