/** How far the app is kept on this device. */
export type Offline = 'asking' | 'kept' | 'cannot'

/** Installs the app's own files on this device, where the browser can: over HTTPS, or on this machine. */
export async function keepOffline(): Promise<Offline> {
  if (document.querySelector('link[rel="manifest"]') === null) {
    const link = document.createElement('link')
    link.rel = 'manifest'
    link.href = '/manifest.webmanifest'
    document.head.append(link)
  }
  if (!('serviceWorker' in navigator)) return 'cannot'
  try {
    await navigator.serviceWorker.register('/worker.js')
    await navigator.serviceWorker.ready
    return 'kept'
  } catch {
    return 'cannot'
  }
}

/** Asks the browser not to throw away what is kept here when room runs short; answers whether it promised. */
export async function askToPersist(): Promise<boolean> {
  return (await navigator.storage?.persist?.().catch(() => false)) ?? false
}

/**
 * Calls back once a newer version of the app lies ready on this device beside the one that runs, with what takes it: the page is
 * loaded anew. Answers what ends the watch.
 */
export function watchNewer(onReady: (take: () => void) => void): () => void {
  const ended = new AbortController()
  const { signal } = ended
  const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : null
  const ready = (waiting: ServiceWorker) => {
    // Where none runs yet, the first is no newer one.
    if (signal.aborted || workers === null || workers.controller === null) return
    onReady(() => {
      workers.addEventListener('controllerchange', () => location.reload(), { once: true })
      waiting.postMessage('take over')
    })
  }
  void workers?.ready.then((registration) => {
    if (registration.waiting) ready(registration.waiting)
    const found = () => {
      const fresh = registration.installing
      fresh?.addEventListener('statechange', () => fresh.state === 'installed' && ready(fresh), { signal })
    }
    found()
    registration.addEventListener('updatefound', found, { signal })
  })
  return () => ended.abort()
}
