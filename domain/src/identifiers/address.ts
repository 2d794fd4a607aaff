import { readName } from './person-name.ts'

/** An address reads as its words in plain Latin letters, in no order: streets and houses are written before or after each other. */
export function readAddress(stated: string): string | null {
  const form = readName(stated)
  return form === null || !form.includes(' ') ? null : form
}

const PAGE =
  /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/?#@\s]*@)?([^/?#@\s:]+\.[^/?#@\s:]+)(:\d+)?(\/[^?#\s]*)?(\?[^#\s]*)?(#.*)?$/i
/** What pages add to an address to count who came from where. */
const COUNTING = /^(utm_\w+|fbclid|gclid|ref|igshid)=/i

/** The address of a page without what does not tell pages apart: scheme, `www`, fragment, counters, order of parameters. */
export function readPage(stated: string): string | null {
  if (stated.length > 2_000) return null
  const [, host, port = '', path = '', query = ''] = PAGE.exec(stated.trim()) ?? []
  if (host === undefined) return null
  const asked = query
    .slice(1)
    .split('&')
    .filter((each) => each !== '' && !COUNTING.test(each))
  const shown = asked.length > 0 ? `?${asked.sort().join('&')}` : ''
  return `${host.toLowerCase().replace(/^www\./, '')}${port}${path.replace(/\/+$/, '')}${shown}`
}

/** A point on the map to a hundred metres: `44.8125, 20.4612`. Null where it is none. */
export function readPoint(stated: string): string | null {
  const [, latitude, longitude] = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(stated) ?? []
  const [north, east] = [Number(latitude), Number(longitude)]
  if (latitude === undefined || Math.abs(north) > 90 || Math.abs(east) > 180) return null
  return [north, east].map((degrees) => (degrees + 0).toFixed(3).replace(/^-(?=0\.000$)/, '')).join(',')
}
