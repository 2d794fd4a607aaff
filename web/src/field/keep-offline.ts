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
