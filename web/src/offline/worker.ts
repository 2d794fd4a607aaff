/**
 * Keeps the app's own files on the device, so that a recovery is recorded without a network. It keeps the files that the
 * build names and nothing else: never an answer of the server to a person.
 */

interface Kept {
  /** Changes with every build. */
  readonly name: string
  /** The page itself and every file that recording in the field needs. */
  readonly files: readonly string[]
}

interface LifeEvent extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void
}
interface RequestEvent extends LifeEvent {
  readonly request: Request
  readonly respondWith: (answer: Promise<Response>) => void
}
interface MessageFrom extends Event {
  readonly data: unknown
}
interface Worker {
  readonly skipWaiting: () => Promise<void>
  readonly location: Location
  readonly clients: { readonly claim: () => Promise<void> }
  addEventListener(name: 'install' | 'activate', heard: (event: LifeEvent) => void): void
  addEventListener(name: 'message', heard: (event: MessageFrom) => void): void
  addEventListener(name: 'fetch', heard: (event: RequestEvent) => void): void
}

const worker = globalThis as unknown as Worker
// The build puts in its place what it made.
const kept = JSON.parse('@@KEPT_FILES@@') as Kept
const files = new Set(kept.files)
const PAGE = '/'

const open = () => caches.open(kept.name)

worker.addEventListener('install', (event) => {
  // Fetched past every cache in between: what is kept must be of this build.
  const fresh = kept.files.map((file) => new Request(file, { cache: 'reload', credentials: 'omit' }))
  event.waitUntil(open().then((cache) => cache.addAll(fresh)))
})

// A newer build waits until whoever records says that it may take over: nothing changes under their hands.
worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting()
})

worker.addEventListener('activate', (event) => {
  const forget = async () => {
    const names = await caches.keys()
    await Promise.all(names.filter((name) => name !== kept.name).map((name) => caches.delete(name)))
    await worker.clients.claim()
  }
  event.waitUntil(forget())
})

/** The file as kept; from the network where the browser threw it away. */
const fromDevice = async (file: string, request: Request): Promise<Response> =>
  (await (await open()).match(file)) ?? fetch(request)

/** The page from the network while there is one; on the way to the field at once, for a slow network is none. */
async function pageFor(request: Request, path: string): Promise<Response> {
  if (path === '/field') return fromDevice(PAGE, request)
  return fetch(request).catch(() => fromDevice(PAGE, request))
}

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname, search } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin || pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(pageFor(request, pathname))
  else if (search === '' && files.has(pathname) && pathname !== PAGE) event.respondWith(fromDevice(pathname, request))
})

export {}
