import type { Sealed, Wrapped } from './seal.ts'

/** How one officer's drafts are locked on this device. The key itself is kept nowhere. */
export interface Lock {
  readonly officer: string
  readonly way: 'passphrase' | 'passkey'
  readonly salt: Uint8Array<ArrayBuffer>
  readonly rounds: number
  readonly wrapped: Wrapped
  /** What the drafts were sealed under: an officer whose code changed keeps the key. */
  readonly keyName: string
}

/** One recovery on this device. What it says is sealed; what stands beside it is what the device has to know. */
export interface KeptDraft {
  readonly recovery: string
  readonly keyName: string
  /** Raised with every save: a tab that saved less recently finds out. */
  readonly revision: number
  readonly changedAt: number
  readonly sealed: Sealed
}

/** A picture or its preview, apart from the draft, so that saving a word does not write pictures anew. */
export interface KeptPicture {
  readonly name: string
  readonly recovery: string
  readonly sealed: Sealed
}

/** What is known once something was removed from this device, without what it said. */
export interface Tombstone {
  readonly recovery: string
  readonly keyName: string
  readonly removedAt: number
  readonly why: 'expired' | 'given_up' | 'done'
}

interface Stores {
  readonly locks: Lock
  readonly drafts: KeptDraft
  readonly pictures: KeptPicture
  readonly tombstones: Tombstone
  readonly clock: { readonly id: 'clock'; readonly seen: number; readonly skew: number | null }
}
type StoreName = keyof Stores

const KEYS: Readonly<Record<StoreName, string>> = {
  locks: 'officer',
  drafts: 'recovery',
  pictures: 'name',
  tombstones: 'recovery',
  clock: 'id',
}

/** The device has no room, or the browser gives this address none. Nothing of what was to be kept is kept. */
export class NoRoomError extends Error {
  override readonly name = 'NoRoomError'
}

const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('proofmark-field', 1)
  request.onupgradeneeded = () => {
    for (const [name, keyPath] of Object.entries(KEYS)) {
      const store = request.result.createObjectStore(name, { keyPath })
      if (name === 'pictures') store.createIndex('recovery', 'recovery')
    }
  }
  return settled(request)
}

/** Everything that is kept on this device, in one database of the browser. */
export interface DeviceStore {
  readonly get: <Name extends StoreName>(name: Name, key: string) => Promise<Stores[Name] | undefined>
  readonly all: <Name extends StoreName>(name: Name) => Promise<Stores[Name][]>
  readonly put: <Name extends StoreName>(name: Name, value: Stores[Name]) => Promise<void>
  /** Keeps the draft if its stored revision is still `from`, in one transaction; answers whether it did. */
  readonly putDraft: (draft: KeptDraft, from: number) => Promise<boolean>
  readonly removePicture: (name: string) => Promise<void>
  /** Removes a draft with its pictures and leaves a tombstone. */
  readonly bury: (tombstone: Tombstone) => Promise<void>
  /** Puts a lock in the place of one of another code. */
  readonly moveLock: (from: string, lock: Lock) => Promise<void>
}

/** Opens the store; made where there is none. */
export async function openDeviceStore(): Promise<DeviceStore> {
  const database = await open()

  // Strict: what was said to be kept is on the disk, not in a buffer that a dead battery empties.
  const write = (names: readonly StoreName[], work: (transaction: IDBTransaction) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction([...names], 'readwrite', { durability: 'strict' })
      const failed = () => reject(noRoom(transaction.error) ? new NoRoomError() : transaction.error)
      transaction.oncomplete = () => resolve()
      transaction.onabort = failed
      try {
        work(transaction)
      } catch (cause) {
        reject(cause)
        transaction.abort()
      }
    })

  return {
    get: (name, key) => settled(database.transaction(name).objectStore(name).get(key)),
    all: (name) => settled(database.transaction(name).objectStore(name).getAll()),
    put: (name, value) => write([name], (transaction) => void transaction.objectStore(name).put(value)),
    async putDraft(draft, from) {
      let isPut = false
      await write(['drafts'], (transaction) => {
        const drafts = transaction.objectStore('drafts')
        const request = drafts.get(draft.recovery) as IDBRequest<KeptDraft | undefined>
        request.onsuccess = () => {
          if ((request.result?.revision ?? 0) !== from) return
          isPut = true
          drafts.put(draft)
        }
      })
      return isPut
    },
    removePicture: (name) =>
      write(['pictures'], (transaction) => void transaction.objectStore('pictures').delete(name)),
    bury: (tombstone) =>
      write(['drafts', 'pictures', 'tombstones'], (transaction) => {
        transaction.objectStore('drafts').delete(tombstone.recovery)
        transaction.objectStore('tombstones').put(tombstone)
        const pictures = transaction.objectStore('pictures')
        const request = pictures.index('recovery').getAllKeys(tombstone.recovery)
        request.onsuccess = () => {
          for (const key of request.result) pictures.delete(key)
        }
      }),
    moveLock: (from, lock) =>
      write(['locks'], (transaction) => {
        const locks = transaction.objectStore('locks')
        locks.delete(from)
        locks.put(lock)
      }),
  }
}

const noRoom = (error: DOMException | null): boolean => error?.name === 'QuotaExceededError'
