import { useEffect } from 'react'
import { keep, kept } from '../frame/preferences.ts'

/** The pages on which meetings stand: over what was asked or is kept, and over what is planned. */
export type MeetingPage = 'met' | 'operations'

/** Several people may share a device, and each has seen something else. */
const placeOf = (page: MeetingPage, account: string) => `${page}-seen ${account}`

/** When the last meeting was told that somebody saw on this device, as Home asks by it; nothing where none was. */
export function meetingsSeen(account: string): Readonly<Partial<Record<MeetingPage, string>>> {
  const [met, operations] = [kept(placeOf('met', account)), kept(placeOf('operations', account))]
  return { ...(met !== null && { met }), ...(operations !== null && { operations }) }
}

/** What stands on a page has been seen. Kept on this device and nowhere else. */
export function useMeetingsSeen(page: MeetingPage, account: string, told: readonly { readonly at: string }[]): void {
  const last =
    told
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? ''
  useEffect(() => {
    if (last !== '' && last > (kept(placeOf(page, account)) ?? '')) keep(placeOf(page, account), last)
  }, [page, account, last])
}
