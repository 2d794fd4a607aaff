import { getDocumentProxy } from 'unpdf'

export interface OpenedPage {
  readonly text: string
  /** Runs as they were set, without those that are blank. */
  readonly runs: readonly string[]
  readonly roles: readonly string[]
  readonly fonts: readonly { readonly name: string; readonly missingFile: boolean }[]
}

export interface OpenedPdf {
  readonly info: Readonly<Record<string, unknown>>
  readonly metadata: string
  readonly marked: boolean
  readonly scripts: unknown
  readonly attachments: ReadonlyMap<string, Uint8Array>
  readonly pages: readonly OpenedPage[]
}

function rolesOf(node: unknown): string[] {
  const { role, children = [] } = (node ?? {}) as { role?: string; children?: unknown[] }
  return [...(role === undefined ? [] : [role]), ...children.flatMap(rolesOf)]
}

/** Opens a PDF by PDF.js, which knows nothing of what wrote it. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const { info, metadata } = await document.getMetadata()
  const pages: OpenedPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items, styles } = await page.getTextContent()
    await page.getOperatorList()
    const runs = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : []))
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('')
    const fonts = Object.keys(styles).map((name) => page.commonObjs.get(name) as OpenedPage['fonts'][number])
    pages.push({ text, runs, roles: rolesOf(await page.getStructTree()), fonts })
  }
  const attachments = new Map<string, Uint8Array>()
  for (const name of (await document.getAttachments())?.keys() ?? []) {
    const content = await document.getAttachmentContent(name)
    if (content) attachments.set(name, content)
  }
  return {
    info: info as Readonly<Record<string, unknown>>,
    metadata: (metadata as { getRaw?: () => string } | null)?.getRaw?.() ?? '',
    marked: (await document.getMarkInfo())?.Marked === true,
    scripts: await document.getJSActions(),
    attachments,
    pages,
  }
}
