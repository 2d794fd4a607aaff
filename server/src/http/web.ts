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
  '.woff2': 'font/woff2',
}

/** Built files carry a hash of their content in their name and never change. */
const FOR_EVER = 'public, max-age=31536000, immutable'

async function read(folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const inside = normalize(path).replace(/^([/\\]|\.\.[/\\])+/, '')
  try {
    return new Uint8Array(await readFile(join(folder, inside)))
  } catch {
    return null
  }
}

/** Serves the built browser app; every path that is no file is a page of the app. */
export function serveWeb(app: Hono, folder: string): void {
  app.get('*', async (http) => {
    const { path } = http.req
    const file = path.includes('.') && !path.includes('\0') ? await read(folder, path) : null
    if (file) {
      const type = TYPES[extname(path)] ?? 'application/octet-stream'
      return http.body(file, 200, {
        'content-type': type,
        'cache-control': path.startsWith('/assets/') ? FOR_EVER : 'no-cache',
      })
    }
    const page = path.startsWith('/assets/') ? null : await read(folder, 'index.html')
    if (!page) return http.text('', 404)
    return http.body(page, 200, { 'content-type': TYPES['.html']!, 'cache-control': 'no-cache' })
  })
}
