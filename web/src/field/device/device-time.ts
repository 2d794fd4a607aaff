import type { DeviceClock } from '../draft/expiry.ts'
import type { DeviceStore } from './store.ts'

/** So long what a server said of the time counts for a device that has not asked since. */
const TOLD_FOR_MS = 12 * 60 * 60 * 1000

/** What this device makes of the time. */
export interface DeviceTime {
  readonly read: () => DeviceClock
  /** Asks the server of this page for the time; answers whether it told. */
  readonly ask: () => Promise<boolean>
}

/** The time by the device's clock, and by what the server told last. */
export async function openDeviceTime(store: DeviceStore, now: () => number = Date.now): Promise<DeviceTime> {
  const kept = await store.get('clock', 'clock')
  // A clock that stands before what was seen, or far behind it, was set anew: what was told of it counts no more.
  const stillSo = kept && now() >= kept.seen && now() - kept.seen < TOLD_FOR_MS
  let skew = stillSo ? kept.skew : null
  return {
    read: () => ({ now: now(), skew }),
    async ask() {
      const sent = now()
      const answer = await fetch('/favicon.svg', { method: 'HEAD', cache: 'no-store' }).catch(() => null)
      const told = Date.parse(answer?.headers.get('date') ?? '')
      if (Number.isNaN(told)) return false
      skew = told - (sent + now()) / 2
      await store.put('clock', { id: 'clock', seen: now(), skew }).catch(() => undefined)
      return true
    },
  }
}
