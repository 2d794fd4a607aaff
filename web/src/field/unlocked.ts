import { useSyncExternalStore } from 'react'
import { api } from '../frame/api.ts'
import { SIGNED_OUT } from '../frame/signed-out.ts'
import { type Book, openBook } from './device/book.ts'
import type { DeviceTime } from './device/device-time.ts'
import type { Opened } from './device/locks.ts'
import type { DeviceStore } from './device/store.ts'
import { createOutbox, type Outbox } from './send/outbox.ts'
import * as files from './send/photograph-api.ts'

/** What one officer opened on this device, for as long as the page stands or until it is locked. */
export interface Unlocked {
  readonly opened: Opened
  readonly book: Book
  readonly outbox: Outbox
}

/** A device that nobody touches is locked, whatever desk stands open: it is shared, and it is lost. */
const LOCKED_AFTER_MS = 10 * 60 * 1000
const TOUCHES = ['pointerdown', 'keydown'] as const

let unlocked: Unlocked | null = null
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function set(next: Unlocked | null): void {
  unlocked = next
  for (const listener of listeners) listener()
}

function touched(): void {
  clearTimeout(timer)
  timer = setTimeout(lock, LOCKED_AFTER_MS)
}

/** Opens the book of an officer; it outlives leaving the page for another desk. */
export function unlock(store: DeviceStore, opened: Opened, time: DeviceTime): void {
  const book = openBook(store, opened, time)
  set({ opened, book, outbox: createOutbox({ book, call: api, files, reach: time.ask }) })
  for (const name of TOUCHES) addEventListener(name, touched)
  addEventListener(SIGNED_OUT, lock)
  touched()
}

/** Forgets the key: what is on the device is sealed again to whoever holds it. */
export function lock(): void {
  clearTimeout(timer)
  for (const name of TOUCHES) removeEventListener(name, touched)
  removeEventListener(SIGNED_OUT, lock)
  set(null)
}

const subscribe = (changed: () => void) => {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

export const useUnlocked = (): Unlocked | null => useSyncExternalStore(subscribe, () => unlocked)
