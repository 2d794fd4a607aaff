import { newIdentifier } from '../enter/identifier.ts'
import { announce, PART_BYTES, sendPart } from '../field/send/photograph-api.ts'
import { GROUNDS } from './grounds.ts'

/** Can this browser take the hash of a scan? It can over HTTPS and on the machine itself. */
export const takesScans = (): boolean => globalThis.crypto?.subtle !== undefined

/** SHA-256 of a file, in hexadecimal. */
export async function hashOf(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Keeps the scan of a paper beside the recovery of its exhibit; false where it is neither a picture nor a PDF. */
export async function keepScan(recovery: string, exhibit: string, content: Blob): Promise<boolean> {
  const scan = { file: newIdentifier(), exhibit, view: 'other', kind: 'scan', bytes: content.size } as const
  let told = await announce(recovery, { ...scan, sha256: await hashOf(content) }, GROUNDS.purpose)
  while (told.state === 'arriving' && told.received < content.size)
    told = await sendPart(scan.file, told.received, content.slice(told.received, told.received + PART_BYTES))
  return told.state !== 'refused'
}
