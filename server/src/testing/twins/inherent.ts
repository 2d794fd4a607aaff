import type { RouteName } from '@proofmark/contract/paths'

interface Entries {
  readonly entries?: readonly { readonly action: string; readonly body: object | null }[]
  readonly names?: object
}

/** Drawn by lot; the identifiers of records are of another version. */
const DRAWN = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g
const FULL_PAGE = 500
const MOMENTS = /\d{4}-\d\d-\d\dT[\d:.]+Z|"\d{6,}"/g

const withoutSecrets = (body: unknown) => ({
  ...(body as object),
  ...{ link: '', ticket: '', secret: '', address: '', token: '', options: {} },
})

/**
 * Documents and packages bear identifiers and moments, checkpoints that are sent the name of their installation, and so
 * does whatever is the hash of one.
 */
const HASHED: readonly string[] = ['trace.document_taken', 'trace.evidence_made', 'message.sent']
const withoutHash = (action: string, body: object | null) =>
  body !== null && (HASHED.includes(action) || action.startsWith('custody.') || action.startsWith('case.'))
    ? { ...body, hash: '' }
    : body

const HASHES = /"[0-9a-f]{64}"/g
/** Statements name their people by identifiers that are drawn by lot, and so are their hashes. */
const withoutHashes = (body: unknown): unknown => JSON.parse(JSON.stringify(body).replaceAll(HASHES, '"hash"'))

/** What must differ between twins, with the reason. */
export const INHERENT: Partial<Record<RouteName, (body: unknown) => unknown>> = {
  // One tree holds the entries of all agencies, so that none can be left out of it unseen: its size and the places in it
  // count those of others. Within a batch places are given in no order, so a full page may end with any.
  logRead: (body) => {
    const { entries, names } = body as Entries
    if (!entries || entries.length === FULL_PAGE) return entries?.length ?? body
    const plain = entries.map(({ body, ...entry }) => ({
      ...entry,
      index: 0,
      body: entry.action === 'log.verified' ? null : withoutHash(entry.action, body),
    }))
    const drawn = (each: unknown) => JSON.stringify(each).replaceAll(DRAWN, 'drawn').replaceAll(MOMENTS, 'moment')
    return [
      plain.map(drawn).sort(),
      Object.values(names ?? {})
        .map(drawn)
        .sort(),
    ]
  },
  // The key of a ledger bears the name of its installation, and twins are two; hashes are of messages that name things
  // drawn by lot.
  ledgerShow: (body) => {
    const { key, entries, checkpoint } = body as {
      readonly key?: string | null
      readonly entries?: readonly unknown[]
      readonly checkpoint?: object | null
    }
    const known = checkpoint ? { ...checkpoint, note: '' } : null
    return { ...(body as object), key: key != null, entries: entries?.length ?? null, checkpoint: known }
  },
  // Among them checkpoints of that ledger.
  outboxList: withoutHashes,
  // A sealed place among imports, whose numbers count those of others; nobody can open it.
  sourceRecords: (body) => ({ ...(body as object), next: (body as { readonly next?: string | null }).next != null }),
  // Answered while it goes on, at whatever point it is then: how it ends is asked at the next route.
  renewalBegin: (body) => {
    const { renewal } = body as { readonly renewal?: { readonly agency: string } }
    return renewal ? renewal.agency : body
  },
  // Secrets that are shown once are drawn by lot.
  accountInvite: withoutSecrets,
  accountReset: withoutSecrets,
  tokenIssue: withoutSecrets,
  secondFactorBegin: withoutSecrets,
  passkeyAddOptions: withoutSecrets,
  passkeySignInOptions: withoutSecrets,
  custodyShow: withoutHashes,
  custodyHandOver: withoutHashes,
  custodyAccept: withoutHashes,
  custodyExplain: withoutHashes,
  custodySplit: withoutHashes,
  custodyJoin: withoutHashes,
  disposalOpen: withoutHashes,
  disposalShow: withoutHashes,
  disposalSign: withoutHashes,
  // Its sum is over the moments of its approvals too.
  modelFile: (body) => (body && typeof body === 'object' && 'sum' in body ? { ...body, sum: '' } : body),
  // What is held against a checkpoint that was kept elsewhere.
  logVerify: (body) => ({ ...(withoutHashes(body) as object), size: 0, root: '', pending: 0 }),
}
