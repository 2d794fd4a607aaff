import { createHash } from 'node:crypto'
import type { Plugin, Rolldown } from 'vite'

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk & {
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string>; readonly importedAssets: ReadonlySet<string> }
}

/** What recording in the field loads when it is asked for. */
const LOADED =
  /web[\\/]src[\\/]field[\\/]FieldPage\.tsx$|contract[\\/]src[\\/]messages[\\/]\w+[\\/](?:web|entry|field)\.json$/
/** Letters of the app's own languages, and those that stand in marks. */
const FONTS = /(?:latin|latin-ext|arabic|cyrillic)-(?:wght-normal|[456]00-normal)[\w-]*\.woff2$/
/** Files that bear no hash in their names. */
const PLAIN = ['/', '/favicon.svg', '/manifest.webmanifest']

function chunksFrom(bundle: Bundle, first: readonly Chunk[]): Set<Chunk> {
  const seen = new Set<Chunk>()
  const follow = (chunk: Chunk) => {
    if (seen.has(chunk)) return
    seen.add(chunk)
    for (const name of chunk.imports) {
      const next = bundle[name]
      if (next?.type === 'chunk') follow(next)
    }
  }
  for (const chunk of first) follow(chunk)
  return seen
}

/**
 * Tells the service worker which files of this build it keeps: those that recording in the field needs, found by following
 * what imports what, and nothing else.
 */
export function keepFieldOffline(): Plugin {
  return {
    name: 'proofmark-offline',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((each): each is Chunk => each.type === 'chunk')
      const worker = chunks.find(({ fileName }) => fileName === 'worker.js')
      if (!worker) return this.error('There is no worker.js in the build for the files to be kept to go into.')
      const first = chunks.filter(
        ({ isEntry, facadeModuleId, fileName }) =>
          (isEntry && fileName !== 'worker.js') || LOADED.test(facadeModuleId?.split('?')[0] ?? ''),
      )
      const files = new Set<string>()
      for (const chunk of chunksFrom(bundle, first)) {
        files.add(chunk.fileName)
        for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style)
      }
      for (const name of Object.keys(bundle)) if (FONTS.test(name)) files.add(name)
      const kept = [...PLAIN, ...[...files].sort().map((file) => `/${file}`)]
      const name = createHash('sha256').update(kept.join('\n')).update(contentOf(bundle)).digest('hex').slice(0, 16)
      const said = JSON.stringify({ name: `proofmark ${name}`, files: kept })
      worker.code = worker.code.replace('@@KEPT_FILES@@', said)
    },
  }
}

/** What of the build has no hash in its name. */
function contentOf(bundle: Bundle): string {
  const page = bundle['index.html']
  return page?.type === 'asset' ? String(page.source) : Object.keys(bundle).sort().join('\n')
}
