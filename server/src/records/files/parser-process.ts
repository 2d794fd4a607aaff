import { once } from 'node:events'
import { ByteReader } from './byte-reader.ts'
import { frame, readFrame } from './frame.ts'
import type { ParserMessage, ParserRequest } from './parser-messages.ts'
import { OUT_OF_MEMORY_EXIT } from './parser-sandbox.ts'
import { readTable } from './read-table.ts'
import { sealNetwork } from './seal-network.ts'
import { SheetUnknown, TableFault } from './table-fault.ts'

/**
 * The process in which files are parsed, since every file is hostile: started for one file, with no rights (see
 * parser-sandbox.ts). Takes a request and then the bytes of the file on standard input; gives messages on standard
 * output, no faster than they are read. Ends with its parent, whose end closes both pipes; while a workbook is taken
 * apart, which is one step, only after that step.
 */
sealNetwork()

const LOOK_EVERY_MS = 100

/** The heap is bounded by V8; what stands beside it, above all buffers, is bounded here. */
function endBeyond(megabytes: number): () => void {
  const look = () => {
    if (process.memoryUsage.rss() > megabytes * 1024 * 1024) process.exit(OUT_OF_MEMORY_EXIT)
  }
  setInterval(look, LOOK_EVERY_MS).unref()
  return look
}

async function send(message: ParserMessage): Promise<void> {
  if (!process.stdout.write(frame(message))) await once(process.stdout, 'drain')
}

function failureMessage(failure: unknown): ParserMessage {
  if (failure instanceof TableFault) return { kind: 'fault', reason: failure.reason, row: failure.row }
  if (failure instanceof SheetUnknown) return { kind: 'sheet_unknown', sheets: failure.sheets }
  throw failure
}

const input = new ByteReader(process.stdin as AsyncIterable<Uint8Array>)
const request = (await readFrame(input)) as ParserRequest | null
// Without a request the parent ended before it could ask.
if (request !== null) {
  const lookAtMemory = endBeyond(request.memory)
  try {
    for await (const message of readTable(input, request.asked)) {
      lookAtMemory()
      await send(message)
    }
  } catch (failure) {
    await send(failureMessage(failure))
  }
}
process.stdin.destroy()
