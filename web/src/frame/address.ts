import { useSyncExternalStore } from 'react'

/** The views that an address can name. */
export type View =
  | { readonly name: 'home' }
  | { readonly name: 'find' }
  | { readonly name: 'sign-in'; readonly token: string | null }
  | { readonly name: 'record'; readonly record: string }
  | { readonly name: 'firearm'; readonly record: string }
  | { readonly name: 'imports' }
  | { readonly name: 'import_new' }
  | { readonly name: 'import'; readonly import: string }
  | { readonly name: 'enter' }
  | { readonly name: 'vocabulary' }
  | { readonly name: 'law' }
  | { readonly name: 'models' }
  | { readonly name: 'packs' }
  | { readonly name: 'questions'; readonly question: string | null }
  | { readonly name: 'traces' }
  | { readonly name: 'trace'; readonly trace: string }
  | { readonly name: 'ballistics' }
  | { readonly name: 'weapon'; readonly item: string }
  | { readonly name: 'deconfliction' }
  | { readonly name: 'deconfliction_desk' }
  | { readonly name: 'operations' }
  | { readonly name: 'things'; readonly within: string | null }
  | { readonly name: 'thing'; readonly thing: string }
  | { readonly name: 'notices' }
  | { readonly name: 'review' }
  | { readonly name: 'court'; readonly record: string; readonly other: string | null }
  | { readonly name: 'search' }
  /** What it begins with travels in the fragment, which no log sees. */
  | { readonly name: 'graph'; readonly start: string }
  | { readonly name: 'log' }
  | { readonly name: 'oversight' }
  | { readonly name: 'sources' }
  | { readonly name: 'source'; readonly source: string }
  | { readonly name: 'set-up' }
  | { readonly name: 'me' }
  | { readonly name: 'people' }
  | { readonly name: 'agencies' }
  | { readonly name: 'why_not'; readonly record: string | null; readonly other: string | null }
  | { readonly name: 'quality' }
  | { readonly name: 'exchange' }
  | { readonly name: 'partner'; readonly partner: string }
  | { readonly name: 'messages'; readonly filter: string }
  | { readonly name: 'known' }
  | { readonly name: 'contacts' }
  | { readonly name: 'corrections' }
  | { readonly name: 'ledger' }
  | { readonly name: 'exchange_keys' }
  | { readonly name: 'recoveries' }
  | { readonly name: 'cases' }
  | { readonly name: 'case'; readonly file: string }
  | { readonly name: 'recovery'; readonly recovery: string }
  | { readonly name: 'exhibits'; readonly list: string }
  | { readonly name: 'exhibit'; readonly exhibit: string }
  /** Which place travels in the fragment, as does the exhibit that a campaign begins with. */
  | { readonly name: 'storage'; readonly place: string | null }
  | { readonly name: 'stocktake'; readonly stocktake: string }
  | { readonly name: 'campaigns'; readonly exhibit: string | null }
  | { readonly name: 'campaign'; readonly campaign: string }
  | { readonly name: 'held' }
  | { readonly name: 'field'; readonly draft: string | null }
  | { readonly name: 'unknown'; readonly path: string }

const IDENTIFIER = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const PARTNER = /^[A-Z]{2}(?:-[A-Z0-9]{1,12})?$/

/** The view that a path within the exchange desk names. */
function exchangeView([second, third, ...more]: readonly string[], fragment: string): View | null {
  if (second === undefined) return { name: 'exchange' }
  if (second === 'partners' && third !== undefined && PARTNER.test(third) && more.length === 0)
    return { name: 'partner', partner: third }
  if (third !== undefined) return null
  if (second === 'messages') return { name: 'messages', filter: fragment }
  if (second === 'keys') return { name: 'exchange_keys' }
  const known = (['known', 'contacts', 'corrections', 'ledger'] as const).find((each) => each === second)
  return known === undefined ? null : { name: known }
}

/** The view that a path to recoveries names. A draft travels in the fragment: no server is told which one is open. */
function recoveryView([first, second, ...more]: readonly string[], fragment: string): View | null {
  if (more.length > 0) return null
  if (first === 'field' && second === undefined)
    return { name: 'field', draft: IDENTIFIER.test(fragment) ? fragment.toLowerCase() : null }
  if (first === 'recoveries' && second === undefined) return { name: 'recoveries' }
  if (first === 'exhibits' && second === undefined) return { name: 'exhibits', list: fragment }
  if (second === undefined || !IDENTIFIER.test(second)) return null
  if (first === 'recoveries') return { name: 'recovery', recovery: second.toLowerCase() }
  return first === 'exhibits' ? { name: 'exhibit', exhibit: second.toLowerCase() } : null
}

/** The view that a path to stores, campaigns, or what is held names. */
function storageView([first, second, ...more]: readonly string[], fragment: string): View | null {
  if (more.length > 0) return null
  const named = IDENTIFIER.test(fragment) ? fragment.toLowerCase() : null
  if (second === undefined) {
    if (first === 'storage') return { name: 'storage', place: named }
    if (first === 'campaigns') return { name: 'campaigns', exhibit: named }
    return first === 'held' ? { name: 'held' } : null
  }
  if (!IDENTIFIER.test(second)) return null
  if (first === 'storage') return { name: 'stocktake', stocktake: second.toLowerCase() }
  return first === 'campaigns' ? { name: 'campaign', campaign: second.toLowerCase() } : null
}

/** The view that a path and its fragment name. The token of a sign-in link travels in the fragment, which no log sees. */
export function viewOf(path: string, fragment: string): View {
  const [first = '', second, ...more] = path.split('/').filter((part) => part !== '')
  if (more.length === 0 && second === undefined) {
    if (first === '' || first === 'home') return { name: 'home' }
    if (first === 'find' || first === 'sources' || first === 'review' || first === 'traces') return { name: first }
    if (
      first === 'search' ||
      first === 'enter' ||
      first === 'vocabulary' ||
      first === 'law' ||
      first === 'models' ||
      first === 'notices' ||
      first === 'log'
    )
      return { name: first }
    if (first === 'oversight' || first === 'set-up' || first === 'me' || first === 'people' || first === 'agencies')
      return { name: first }
    if (first === 'quality' || first === 'ballistics') return { name: first }
    if (first === 'deconfliction' || first === 'operations') return { name: first }
    if (first === 'quality' || first === 'ballistics' || first === 'cases') return { name: first }
    if (first === 'questions') return { name: 'questions', question: null }
    if (first === 'graph') return { name: 'graph', start: fragment.replace(/^#/, '') }
    if (first === 'sign-in') return { name: 'sign-in', token: fragment.replace(/^#/, '') || null }
  }
  if (first === 'cases' && second && IDENTIFIER.test(second) && more.length === 0)
    return { name: 'case', file: second.toLowerCase() }
  if (first === 'records' && second && IDENTIFIER.test(second) && more.length === 0)
    return { name: 'record', record: second.toLowerCase() }
  // A firearm is addressed by any record of it: which records are of it is judged anew, and an item has no name that lasts.
  if (first === 'firearms' && second && IDENTIFIER.test(second) && more.length === 0)
    return { name: 'firearm', record: second.toLowerCase() }
  if (first === 'court' && second && [second, ...more].every((each) => IDENTIFIER.test(each)) && more.length <= 1)
    return { name: 'court', record: second.toLowerCase(), other: more[0]?.toLowerCase() ?? null }
  if (first === 'sources' && second && IDENTIFIER.test(second) && more.length === 0)
    return { name: 'source', source: second.toLowerCase() }
  if (first === 'traces' && second && IDENTIFIER.test(second) && more.length === 0)
    return { name: 'trace', trace: second.toLowerCase() }
  // A weapon is addressed by any item that it fired, since it has no name of its own that lasts.
  if (first === 'ballistics' && second && IDENTIFIER.test(second) && more.length === 0)
    return { name: 'weapon', item: second.toLowerCase() }
  // Of which case travels in the fragment: no log is told.
  if (first === 'things' && second === undefined)
    return { name: 'things', within: IDENTIFIER.test(fragment) ? fragment.toLowerCase() : null }
  if (first === 'things' && second && IDENTIFIER.test(second) && more.length === 0)
    return { name: 'thing', thing: second.toLowerCase() }
  if (first === 'questions' && second && IDENTIFIER.test(second) && more.length === 0)
    return { name: 'questions', question: second.toLowerCase() }
  if (first === 'why-not') {
    const records = [second, ...more].flatMap((part) => (part === undefined ? [] : [part.toLowerCase()]))
    const [record = null, other = null, ...rest] = records
    if (rest.length === 0 && records.every((part) => IDENTIFIER.test(part))) return { name: 'why_not', record, other }
  }
  const parts = second === undefined ? [first] : [first, second, ...more]
  const custody = recoveryView(parts, fragment) ?? storageView(parts, fragment)
  if (custody) return custody
  if (first === 'deconfliction' && second === 'desk' && more.length === 0) return { name: 'deconfliction_desk' }
  if (first === 'vocabulary' && second === 'packs' && more.length === 0) return { name: 'packs' }
  if (first === 'exchange')
    return exchangeView(second === undefined ? [] : [second, ...more], fragment) ?? { name: 'unknown', path }
  if (first === 'imports' && more.length === 0) {
    if (second === undefined) return { name: 'imports' }
    if (second === 'new') return { name: 'import_new' }
    if (/^\d{1,18}$/.test(second)) return { name: 'import', import: second }
  }
  return { name: 'unknown', path }
}

const CHANGED = 'proofmark:address'

/** Goes to an address of this app without fetching the page anew. */
export function goTo(address: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', address)
  else history.replaceState(null, '', address)
  dispatchEvent(new Event(CHANGED))
}

/** Calls back whenever somebody goes to an address, be it the same; answers what ends that. */
export function onGoing(changed: () => void): () => void {
  const names = ['popstate', 'hashchange', CHANGED]
  for (const name of names) addEventListener(name, changed)
  return () => {
    for (const name of names) removeEventListener(name, changed)
  }
}

/** The view of the address that the browser shows. */
export function useView(): View {
  const address = useSyncExternalStore(onGoing, () => location.pathname + location.hash)
  const [path = '/', fragment = ''] = address.split('#')
  return viewOf(path, fragment)
}
