import { type Logger, pino } from 'pino'
import type { Setup } from './channel.ts'

/** What a process is told when it begins: over the pipe, since arguments and environments can be read by others. */
export function receiveSetup<Configuration>(): Promise<Configuration> {
  return new Promise((resolve) => {
    process.once('message', (message: Setup<Configuration>) => resolve(message.configuration))
  })
}

/** Ends the process cleanly when its parent asks or is gone. Ctrl-C reaches a child too, and is its parent's to handle. */
export function endWithParent(close: () => Promise<void>): void {
  let ending = false
  const end = () => {
    if (ending) return
    ending = true
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', () => {})
  process.on('SIGTERM', end)
  process.on('disconnect', end)
}

/** The log for operators: route names, codes and references, never a search term, a person or a secret. */
export function createLogger(name: string): Logger {
  return pino({ name, level: process.env.PROOFMARK_LOG_LEVEL?.trim() || 'warn', base: { name } }, pino.destination(2))
}
