import { mergeRecovery, sameText } from '@proofmark/contract/merge-recovery'
import type { Draft, Picture } from '../draft/draft.ts'
import { type Expiry, expiryOf } from '../draft/expiry.ts'
import type { DeviceTime } from './device-time.ts'
import type { Opened } from './locks.ts'
import { seal, sealJson, unseal, unsealJson } from './seal.ts'
import type { DeviceStore, KeptDraft } from './store.ts'

/** A draft as it is kept, with the revision that a save has to begin from. */
export interface Page {
  readonly draft: Draft
  readonly revision: number
  readonly expiry: Expiry
}

/** A draft that is there and cannot be read: kept under another key, or past its day by an unconfirmed clock. */
export interface Closed {
  readonly recovery: string
  readonly expiry: Expiry
}

/** The recoveries of one officer on this device, opened with their key. */
export interface Book {
  readonly officer: string
  readonly list: () => Promise<{ readonly pages: readonly Page[]; readonly closed: readonly Closed[] }>
  readonly read: (recovery: string) => Promise<Page | null>
  /**
   * Keeps a draft that began from `before`. Where another tab kept something since, both are put together field by
   * field and the answer holds both; nothing of either is lost. Throws {@link NoRoomError}.
   */
  readonly save: (draft: Draft, before: Page | null) => Promise<Page>
  readonly savePicture: (recovery: string, name: string, content: ArrayBuffer) => Promise<void>
  readonly readPicture: (name: string) => Promise<ArrayBuffer | null>
  readonly removePicture: (name: string) => Promise<void>
  readonly remove: (recovery: string, why: 'given_up' | 'done') => Promise<void>
}

/** The name of a preview beside its photograph. */
export const previewOf = (file: string): string => `${file} preview`

const nameOf = (recovery: string) => `draft ${recovery}`

/** Pictures of both, each as far as either knows it to have come. */
function bothPictures(ours: readonly Picture[], theirs: readonly Picture[]): Picture[] {
  const progress = ({ state }: Picture) => (state.kind === 'waiting' ? state.received : Number.POSITIVE_INFINITY)
  const files = [...new Set([...theirs, ...ours].map(({ file }) => file))]
  return files.map((file) => {
    const [one, other] = [ours, theirs].map((all) => all.find((each) => each.file === file))
    if (!one || !other) return (one ?? other)!
    return progress(one) >= progress(other) ? one : other
  })
}

/** What either added, without what either took away. */
function bothAttempts(before: Draft | null, theirs: Draft, ours: Draft): readonly string[] {
  const [base, one, other] = [before, theirs, ours].map((draft) => draft?.attempts ?? [])
  const all = [...new Set([...one!, ...other!])]
  return all.filter((each) => (one!.includes(each) && other!.includes(each)) || !base!.includes(each))
}

/** What two tabs of one device made of a draft that both began from one page. */
export function bothDrafts(before: Draft | null, theirs: Draft, ours: Draft): Draft {
  const { form, conflicts } = mergeRecovery(before?.form ?? null, theirs.form, ours.form)
  const [later, earlier] = (theirs.base?.version ?? 0) > (ours.base?.version ?? 0) ? [theirs, ours] : [ours, theirs]
  const known = later.conflicts.filter(({ path }) => conflicts.every((each) => each.path !== path))
  const left = [...known, ...conflicts]
  const sendingOf = (): Draft['sending'] => {
    if (left.length > 0) return { kind: 'conflict' }
    return sameText(form) === sameText(ours.form) ? ours.sending : theirs.sending
  }
  return {
    ...later,
    form,
    attempts: bothAttempts(before, theirs, ours),
    pictures: bothPictures(ours.pictures, theirs.pictures),
    conflicts: left,
    sending: sendingOf(),
    tracesSecured: later.tracesSecured || earlier.tracesSecured,
  }
}

/** The book that an opened lock opens. */
export function openBook(store: DeviceStore, { officer, keyName, key }: Opened, time: DeviceTime): Book {
  const pageOf = async (kept: KeptDraft): Promise<Page> => ({
    draft: await unsealJson<Draft>(key, nameOf(kept.recovery), kept.sealed),
    revision: kept.revision,
    expiry: expiryOf(kept.changedAt, time.read()),
  })
  const bury = (recovery: string, why: 'expired' | 'given_up' | 'done') =>
    store.bury({ recovery, keyName, removedAt: time.read().now, why })

  const read = async (recovery: string): Promise<Page | null> => {
    const kept = await store.get('drafts', recovery)
    if (!kept || kept.keyName !== keyName) return null
    return pageOf(kept)
  }

  return {
    officer,
    read,
    async list() {
      const [pages, closed]: [Page[], Closed[]] = [[], []]
      for (const kept of (await store.all('drafts')).filter((each) => each.keyName === keyName)) {
        const expiry = expiryOf(kept.changedAt, time.read())
        if (expiry.kind === 'gone') await bury(kept.recovery, 'expired')
        else if (expiry.kind === 'unconfirmed') closed.push({ recovery: kept.recovery, expiry })
        else pages.push(await pageOf(kept))
      }
      return { pages: pages.sort((a, b) => (a.draft.begunAt < b.draft.begunAt ? 1 : -1)), closed }
    },
    async save(draft, before) {
      let [from, base, made] = [before?.revision ?? 0, before?.draft ?? null, draft]
      for (;;) {
        const changedAt = time.read().now
        const sealed = await sealJson(key, nameOf(made.recovery), made)
        const kept = { recovery: made.recovery, keyName, revision: from + 1, changedAt, sealed }
        if (await store.putDraft(kept, from))
          return { draft: made, revision: from + 1, expiry: expiryOf(changedAt, time.read()) }
        const theirs = await read(draft.recovery)
        // Removed elsewhere meanwhile: what is written here stands, as a draft begun anew.
        made = theirs ? bothDrafts(base, theirs.draft, draft) : draft
        from = theirs?.revision ?? 0
        base = theirs ? base : null
      }
    },
    async savePicture(recovery, name, content) {
      await store.put('pictures', { name, recovery, sealed: await seal(key, name, content) })
    },
    async readPicture(name) {
      const kept = await store.get('pictures', name)
      return kept ? unseal(key, name, kept.sealed) : null
    },
    removePicture: store.removePicture,
    remove: bury,
  }
}
