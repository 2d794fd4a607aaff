import { useSyncExternalStore } from 'react'
import { api } from '../frame/api.ts'
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

let unlocked: Unlocked | null = null
const listeners = new Set<() => void>()

function set(next: Unlocked | null): void {
  unlocked = next
  for (const listener of listeners) listener()
}

/** Opens the book of an officer; it outlives leaving the page for another desk. */
export function unlock(store: DeviceStore, opened: Opened, time: DeviceTime): void {
  const book = openBook(store, opened, time)
  set({ opened, book, outbox: createOutbox({ book, call: api, files, reach: time.ask }) })
}

/** Forgets the key: what is on the device is sealed again to whoever holds it. */
export const lock = (): void => set(null)

const subscribe = (changed: () => void) => {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

export const useUnlocked = (): Unlocked | null => useSyncExternalStore(subscribe, () => unlocked)
