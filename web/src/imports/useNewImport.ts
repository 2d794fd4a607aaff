import type { AnswerError } from '@proofmark/contract/client'
import type { ImportSummary } from '@proofmark/contract/schemas/import'
import type { Profile, ProfileProposal, WrittenForm } from '@proofmark/contract/schemas/profile'
import { useEffect, useRef, useState } from 'react'
import { goTo } from '../frame/address.ts'
import { answerError, api, wasAborted } from '../frame/api.ts'
import { sendFile } from './send-file.ts'

/** So much of a CSV file is enough to propose a profile from; a workbook is one only as a whole. */
const PROPOSAL_BYTES = 256 * 1024

/** A file that somebody is about to import, and the profiles that it could be read by. */
export interface Chosen {
  readonly source: string
  readonly file: File
  readonly saved: { readonly version: number; readonly profile: Profile } | null
  readonly proposal: ProfileProposal
}

export type NewImport =
  | { readonly step: 'choose' }
  | { readonly step: 'opening' }
  /** The file could not be opened as a table. */
  | { readonly step: 'refused'; readonly error: AnswerError }
  | { readonly step: 'reading'; readonly chosen: Chosen; readonly share: number }
  | { readonly step: 'previewed'; readonly chosen: Chosen; readonly summary: ImportSummary }
  /** It could be opened, and not read by this mapping. */
  | { readonly step: 'unread'; readonly chosen: Chosen; readonly error: AnswerError }
  | { readonly step: 'sending'; readonly chosen: Chosen; readonly share: number }
  /** The upload broke off; where the import is known, it can be gone on with there. */
  | {
      readonly step: 'broken'
      readonly chosen: Chosen
      readonly summary: ImportSummary
      readonly error: AnswerError
      readonly import: string | null
    }

export interface NewImportControl {
  readonly state: NewImport
  readonly begin: (source: string, file: File) => void
  /** Previews anew by the mapping saved last. */
  readonly previewAgain: (chosen: Chosen) => void
  /** Proposes anew, from the file as written so; nothing is previewed or kept by that. */
  readonly readAs: (chosen: Chosen, written: WrittenForm) => Promise<ProfileProposal>
  /** Saves a mapping as the source's next version. Rejects with what speaks against it. */
  readonly save: (chosen: Chosen, profile: Profile) => Promise<void>
  readonly importIt: (chosen: Chosen, summary: ImportSummary) => void
  readonly giveUp: () => void
}

async function propose(
  source: string,
  file: File,
  signal: AbortSignal,
  written: Readonly<Record<string, string>> = {},
): Promise<ProfileProposal> {
  const inAddress = { source, file: file.name, ...written }
  const ask = (content: Blob) => api('profilePropose', content, inAddress, signal)
  const zipped = new TextDecoder('latin1').decode(await file.slice(0, 2).arrayBuffer()) === 'PK'
  if (zipped || file.size <= PROPOSAL_BYTES) return ask(file)
  return ask(file.slice(0, PROPOSAL_BYTES)).catch((thrown: unknown) => {
    // The cut may have gone through a row that is longer than the part.
    if (answerError(thrown).code === 'file_unreadable') return ask(file)
    throw thrown
  })
}

const savedProfile = (source: string, signal: AbortSignal) =>
  api('profileShow', undefined, { source }, signal).catch((thrown: unknown) => {
    if (answerError(thrown).code === 'not_found') return null
    throw thrown
  })

const byVersion = ({ source, file, saved }: Chosen) => ({
  source,
  file: file.name,
  ...(saved ? { profile: String(saved.version) } : {}),
})

/** The way of a file into a source: chosen, opened, previewed as often as its mapping changes, and sent. */
export function useNewImport(): NewImportControl {
  const [state, setState] = useState<NewImport>({ step: 'choose' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const anew = () => {
    running.current?.abort()
    running.current = new AbortController()
    return running.current.signal
  }

  const preview = async (chosen: Chosen, signal: AbortSignal) => {
    setState({ step: 'reading', chosen, share: 0 })
    try {
      const summary = await sendFile({
        route: 'importFile',
        inAddress: { ...byVersion(chosen), preview: 'true' },
        content: chosen.file,
        onSent: (share) => setState({ step: 'reading', chosen, share }),
        signal,
      })
      setState({ step: 'previewed', chosen, summary })
    } catch (thrown) {
      if (!wasAborted(thrown)) setState({ step: 'unread', chosen, error: answerError(thrown) })
    }
  }

  const open = async (source: string, file: File, signal: AbortSignal) => {
    setState({ step: 'opening' })
    try {
      const [saved, proposal] = await Promise.all([savedProfile(source, signal), propose(source, file, signal)])
      await preview({ source, file, saved, proposal }, signal)
    } catch (thrown) {
      if (!wasAborted(thrown)) setState({ step: 'refused', error: answerError(thrown) })
    }
  }

  const send = async (chosen: Chosen, summary: ImportSummary, signal: AbortSignal) => {
    setState({ step: 'sending', chosen, share: 0 })
    try {
      const begun = await sendFile({
        route: 'importFile',
        inAddress: { ...byVersion(chosen), wait: 'false' },
        content: chosen.file,
        onSent: (share) => setState({ step: 'sending', chosen, share }),
        signal,
      })
      goTo(`/imports/${begun.import}`)
    } catch (thrown) {
      if (wasAborted(thrown)) return
      const error = answerError(thrown)
      setState({ step: 'broken', chosen, summary, error, import: await brokenOff(chosen) })
    }
  }

  return {
    state,
    begin: (source, file) => void open(source, file, anew()),
    previewAgain: (chosen) => void preview(chosen, anew()),
    readAs({ source, file }, written) {
      const said = (name: keyof WrittenForm) => String(written[name] ?? '')
      return propose(source, file, anew(), {
        encoding: said('encoding'),
        delimiter: said('delimiter'),
        heading: said('heading'),
        sheet: said('sheet'),
      })
    },
    async save(chosen, profile) {
      const { version } = await api('profileSave', { profile }, { source: chosen.source })
      await preview({ ...chosen, saved: { version, profile } }, anew())
    },
    importIt: (chosen, summary) => void send(chosen, summary, anew()),
    giveUp() {
      running.current?.abort()
      setState({ step: 'choose' })
    },
  }
}

/** The import whose upload has just broken off; null where nothing of it arrived, or the server does not answer. */
async function brokenOff({ source, file }: Chosen): Promise<string | null> {
  const listed = await api('importList', undefined, { source }).catch(() => ({ imports: [] }))
  return listed.imports.find((one) => one.state === 'receiving' && one.file === file.name)?.import ?? null
}
