import { type DeviceStore, type KeptDraft, NoRoomError } from './store.ts'

/** Drafts and pictures as the device keeps them, in memory, with a disk that can be filled. */
export interface MemoryStore extends DeviceStore {
  full: boolean
  readonly drafts: Map<string, KeptDraft>
}

/** A store for tests of what stands on it; the real one is tried in the browser. */
export function memoryStore(): MemoryStore {
  const stores = { locks: new Map(), drafts: new Map(), pictures: new Map(), tombstones: new Map(), clock: new Map() }
  const keyOf = (value: object) => Object.values(value)[0] as string
  const store: MemoryStore = {
    full: false,
    drafts: stores.drafts,
    get: async (name, key) => stores[name].get(key),
    all: async (name) => [...stores[name].values()],
    async put(name, value) {
      if (store.full) throw new NoRoomError()
      stores[name].set(keyOf(value), value)
    },
    async putDraft(draft, from) {
      if (store.full) throw new NoRoomError()
      if ((stores.drafts.get(draft.recovery)?.revision ?? 0) !== from) return false
      stores.drafts.set(draft.recovery, draft)
      return true
    },
    removePicture: async (name) => void stores.pictures.delete(name),
    async bury(tombstone) {
      stores.drafts.delete(tombstone.recovery)
      stores.tombstones.set(tombstone.recovery, tombstone)
    },
    async moveLock(from, lock) {
      stores.locks.delete(from)
      stores.locks.set(lock.officer, lock)
    },
  }
  return store
}
