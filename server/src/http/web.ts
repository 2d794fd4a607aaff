import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import type { Hono } from 'hono'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** Built files carry a hash of their content in their name and never change. */
const FOR_EVER = 'public, max-age=31536000, immutable'
const FORMS = [
  ['br', '.br'],
  ['gzip', '.gz'],
  [null, ''],
] as const

interface Found {
  readonly content: Uint8Array<ArrayBuffer>
  readonly encoding: string | null
}

/** The file, in the smallest form that is there and that the browser takes. */
async function read(folder: string, path: string, accepted: string): Promise<Found | null> {
  const inside = normalize(path).replace(/^([/\\]|\.\.[/\\])+/, '')
  for (const [encoding, ending] of FORMS) {
    if (encoding !== null && !accepted.includes(encoding)) continue
    const content = await readFile(join(folder, inside + ending)).catch(() => null)
    if (content) return { content: new Uint8Array(content), encoding }
  }
  return null
}

/** Serves the built browser app; every path that is no file is a page of the app. */
export function serveWeb(app: Hono, folder: string): void {
  app.get('*', async (http) => {
    const { path } = http.req
    const accepted = http.req.header('accept-encoding') ?? ''
    const named = /\.\w+$/.test(path) && !path.includes('\0') && !path.includes('/.')
    const file = named ? await read(folder, path, accepted) : null
    const page = file || path.startsWith('/assets/') ? null : await read(folder, 'index.html', accepted)
    const found = file ?? page
    if (!found) return http.text('', 404, { 'cache-control': 'no-store' })
    return http.body(found.content, 200, {
      'content-type': TYPES[file ? extname(path) : '.html'] ?? 'application/octet-stream',
      'cache-control': path.startsWith('/assets/') ? FOR_EVER : 'no-cache',
      vary: 'accept-encoding',
      ...(found.encoding ? { 'content-encoding': found.encoding } : {}),
    })
  })
}
