const PAGES: Readonly<Record<string, string>> = {
  record: '/records/',
  firearm: '/firearms/',
  case: '/cases/',
  recovery: '/recoveries/',
  exhibit: '/exhibits/',
  fired_item: '/ballistics/',
  trace: '/traces/',
}

const NO_PAGE: ReadonlySet<string> = new Set([
  'consignment',
  'pointer',
  'stated_place',
  'country',
  'ballistic_result',
  'named_person',
])

/** Where a node has its page: things have theirs, what other desks keep has it at theirs. */
export function pageOfNode(node: string): string | null {
  const at = node.indexOf(':')
  const [kind, id] = [node.slice(0, at), node.slice(at + 1)]
  if (NO_PAGE.has(kind)) return null
  return `${PAGES[kind] ?? '/things/'}${id}`
}

const PATH =
  /\/(things|records|firearms|cases|recoveries|exhibits|ballistics|traces)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i
const KINDS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(PAGES).map(([kind, path]) => [path.slice(1, -1), kind]),
)

/** The node whose page has this address, for whoever copies it from the line of the browser; null for a thing, which is asked for. */
export function nodeAtPage(address: string): { readonly kind: string | null; readonly id: string } | null {
  const [, place, id] = PATH.exec(address) ?? []
  if (place === undefined || id === undefined) return null
  return { kind: KINDS[place.toLowerCase()] ?? null, id: id.toLowerCase() }
}
