import { closeSync, constants, copyFileSync, fstatSync, openSync, readSync, statSync, truncateSync } from 'node:fs'

/** The log and its one predecessor together take at most twice this, and what comes in between two looks. */
export const LOG_LIMIT_BYTES = 8 * 1024 * 1024

const LOOK_EVERY_MILLISECONDS = 60_000
const TAIL_BYTES = 16_384
const TAIL_LINES = 20

/**
 * Opens the log for appending, for this user alone. The server is given the descriptor, so it can log where it could
 * open no file itself, and goes on when this process is gone.
 */
export function openLog(file: string): number {
  return openSync(file, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT, 0o600)
}

/** The length of the log in bytes; 0 where there is none. */
export function logLength(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** The last lines the log gained since it had `since` bytes; empty where it gained none. */
export function logTail(file: string, since: number): string {
  let descriptor: number
  try {
    descriptor = openSync(file, 'r')
  } catch {
    return ''
  }
  try {
    const size = fstatSync(descriptor).size
    // A shorter log was emptied meanwhile: all of it is new.
    const from = Math.max(since <= size ? since : 0, size - TAIL_BYTES)
    const buffer = Buffer.alloc(size - from)
    const length = readSync(descriptor, buffer, 0, buffer.length, from)
    return lastLines(buffer.toString('utf8', 0, length))
  } finally {
    closeSync(descriptor)
  }
}

/** The last lines of what a program printed. */
export function lastLines(text: string): string {
  return text.trim().split('\n').slice(-TAIL_LINES).join('\n')
}

/** Puts a log that has grown past its bound aside as `<file>.1` and empties it; the server appends on. */
export function trimLog(file: string, limit: number = LOG_LIMIT_BYTES): void {
  if (logLength(file) <= limit) return
  try {
    copyFileSync(file, `${file}.1`)
  } catch {
    // On a full disk the bound matters more than the copy.
  }
  truncateSync(file)
}

/** Keeps the log within its bound until the returned function is called. Does not keep the process alive. */
export function keepLogTrimmed(file: string): () => void {
  const timer = setInterval(() => {
    try {
      trimLog(file)
    } catch {
      // Somebody removed the log or its folder; the server goes on and so do we.
    }
  }, LOOK_EVERY_MILLISECONDS)
  timer.unref()
  return () => clearInterval(timer)
}
