import { spawn } from 'node:child_process'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FileFault } from '@proofmark/contract/file-faults'
import { ByteReader } from './byte-reader.ts'
import { frame, readFrame } from './frame.ts'
import { type ParserMessage, type ParserRequest, parserMessage } from './parser-messages.ts'
import {
  OUT_OF_MEMORY_EXIT,
  type ParserLimits,
  SANDBOX_FOLDER,
  sandboxArguments,
  sandboxEnvironment,
} from './parser-sandbox.ts'
import { TableFault } from './table-fault.ts'
import type { AskedForm } from './table-form.ts'

/** 128 and the number of SIGABRT: how V8 ends where the heap is full, on systems without signals. */
const ABORTED = 134

export interface Parser {
  /** The next message. Throws a TableFault where the process ended before it, and what the content itself threw. */
  readonly next: () => Promise<ParserMessage>
  /** Ends the process, if it has not ended, and lets go of the content. */
  readonly close: () => Promise<void>
}

interface Ending {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

function faultOfEnding({ code, signal }: Ending): FileFault {
  const full = signal === 'SIGABRT' || code === ABORTED || code === OUT_OF_MEMORY_EXIT
  return full ? 'out_of_memory' : 'parser_ended'
}

/**
 * Starts a process that parses the content, and feeds it as fast as it reads. Whatever becomes of that process, this one
 * learns of it by a message or a TableFault.
 */
export function startParser(content: AsyncIterable<Uint8Array>, asked: AskedForm, limits: ParserLimits): Parser {
  const child = spawn(process.execPath, sandboxArguments('parser-process.ts', limits), {
    cwd: SANDBOX_FOLDER,
    env: sandboxEnvironment(),
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  })
  const ended = new Promise<Ending>((resolve) => {
    child.once('error', () => resolve({ code: null, signal: null }))
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
  const messages = new ByteReader(child.stdout as AsyncIterable<Uint8Array>)
  let failure: unknown
  let feeding = false
  let awaited = false

  const fail = (cause: unknown) => {
    failure ??= cause
    child.kill('SIGKILL')
  }
  // Silence counts while we wait for the parser, and not while the parser waits for us or for the content.
  const silence = setTimeout(() => {
    if (awaited && !feeding) fail(new TableFault('took_too_long'))
    else silence.refresh()
  }, limits.silence)
  silence.unref()

  async function* offered(): AsyncGenerator<Uint8Array> {
    yield frame({ asked, memory: limits.memory } satisfies ParserRequest)
    try {
      feeding = true
      for await (const bytes of content) {
        feeding = false
        silence.refresh()
        yield bytes
        feeding = true
      }
    } catch (cause) {
      fail(cause)
    } finally {
      feeding = false
    }
  }
  // A parser that ends early closes its end of the pipe; why it ended is learnt from its messages.
  void pipeline(Readable.from(offered(), { highWaterMark: 1 }), child.stdin).catch(() => {})

  const next = async () => {
    awaited = true
    silence.refresh()
    const message = parserMessage(await readFrame(messages).catch(() => null))
    awaited = false
    if (message !== null) return message
    child.kill('SIGKILL')
    const ending = await ended
    throw failure ?? new TableFault(faultOfEnding(ending))
  }
  const close = async () => {
    clearTimeout(silence)
    child.kill('SIGKILL')
    child.stdin.destroy()
    child.stdout.destroy()
    await ended
  }
  return { next, close }
}
