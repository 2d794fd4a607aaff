import type { Offline } from '../keep-offline.ts'
import type { DeviceTime } from './device-time.ts'
import type { DeviceStore } from './store.ts'

/** The device: what keeps drafts on it, what it makes of the time, and whether it opens the app without a network. */
export interface Device {
  readonly store: DeviceStore
  readonly time: DeviceTime
  readonly offline: Offline
}
